// How a page looks, for test_browser.py: contrast of what is shown, and what sticks out of a narrow screen.
(() => {
  const channels = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return [red, green, blue, alpha];
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
    if (!element) return [255, 255, 255];
    const own = channels(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, ground(element.parentElement));
  };
  const opacity = (element) => (element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1);
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 1 && box.height > 1;
  };
  const named = (element) => element.tagName.toLowerCase() + [...element.classList].map((name) => `.${name}`).join("");

  return {
    texts() {
      const found = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const element = text.parentElement;
        if (!text.data.trim() || element.closest("script, style, noscript, svg") || !seen(element)) continue;
        const behind = ground(element);
        const style = getComputedStyle(element);
        const ink = channels(style.color);
        ink[3] *= opacity(element);
        found.push({ text: text.data.trim().slice(0, 40), element: named(element), contrast: contrast(over(ink, behind), behind) });
      }
      return found;
    },
    border(element) {
      const behind = ground(element.parentElement);
      return contrast(over(channels(getComputedStyle(element).borderTopColor), behind), behind);
    },
    beyond(width) {
      const found = [];
      for (const element of document.querySelectorAll("article *")) {
        const box = element.getBoundingClientRect();
        if (box.width > 1 && (box.right > width + 1 || box.left < -1) && !element.closest("pre, svg")) {
          found.push(`${named(element)}: ${Math.round(box.left)}–${Math.round(box.right)}`);
        }
      }
      return found;
    },
  };
})()
