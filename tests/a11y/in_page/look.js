// How things look in the page that is being checked. Everything hangs on one name, a11y.
window.a11y = (() => {
  const painter = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  // any CSS colour as red, green, blue (0 to 255) and opacity (0 to 1)
  const channels = (colour) => {
    painter.clearRect(0, 0, 1, 1);
    painter.fillStyle = colour;
    painter.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = painter.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = ([r, g, b, a], [red, green, blue]) => [r * a + red * (1 - a), g * a + green * (1 - a), b * a + blue * (1 - a)];
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  };
  // what is painted behind an element's content: the backgrounds of its ancestors, laid over each other
  const ground = (element) => {
    if (!element) return channels(getComputedStyle(document.documentElement).colorScheme.includes("dark") ? "#121212" : "#fff").slice(0, 3);
    const own = channels(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, ground(element.parentElement));
  };
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const named = (element) => {
    if (element.id) return `${element.localName}#${element.id}`;
    return element.localName + [...element.classList].map((name) => `.${name}`).join("");
  };
  const words = (element) => (element.innerText || element.value || element.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ").slice(0, 40);
  const fault = (rule, element, message) => [rule, element ? named(element) : "", message];

  return { channels, over, contrast, ground, shown, named, words, fault };
})();

// The contrast of a text by what is painted beneath it, drawings included; null where that is a picture or a gradient.
a11y.textContrast = (element) => {
  element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const style = getComputedStyle(element);
  const drawn = element.ownerSVGElement;
  const box = element.getClientRects()[0];
  const stack = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  // text may lie beside the middle of its own box: then everything that is found there lies beneath it
  const beneath = stack.slice(Math.max(stack.indexOf(element), 0)).filter((one) => !(one.localName === "text" || one.localName === "tspan"));

  const layers = [];
  for (const one of beneath) {
    const look = getComputedStyle(one);
    const shape = one.ownerSVGElement;
    const paint = shape ? look.fill : look.backgroundColor;
    if (look.backgroundImage !== "none" || one.localName === "img" || paint.startsWith("url")) return null;
    if (paint === "none") continue;
    const [red, green, blue, alpha] = a11y.channels(paint);
    layers.push([red, green, blue, alpha * (shape ? Number(look.fillOpacity) : 1)]);
    if (layers.at(-1)[3] === 1) break;
  }
  const ground = layers.reduceRight((below, layer) => a11y.over(layer, below), a11y.ground(null));
  const ink = a11y.over(a11y.channels(drawn ? style.fill : style.color), ground);
  const size = parseFloat(style.fontSize) * (drawn ? element.getScreenCTM().a : 1);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  return [a11y.contrast(ink, ground), large ? 3 : 4.5];
};

// a style sheet of ours: none of the site's rules, nor its policy, stands in the way
a11y.restyled = (css, look) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  const found = look();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  return found;
};
