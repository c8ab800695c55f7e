// What no longer fits: sideways scrolling, text that is cut off, text that runs into other text.
a11y.layout = (() => {
  const clips = (value) => value === "hidden" || value === "clip";
  const scrolls = (value) => value === "auto" || value === "scroll";

  const texts = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const element = text.parentElement;
      if (!text.data.trim() || element.closest("svg, script, style, option") || !a11y.shown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      found.push({ text, element, boxes: [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1) });
    }
    return found;
  };

  // what the nearest ancestor with an answer says; each one is asked once
  const inherited = (ask) => {
    const known = new Map();
    const find = (element) => {
      if (!element || element === document.documentElement) return null;
      if (!known.has(element)) known.set(element, ask(element, getComputedStyle(element)) ?? { said: find(element.parentElement) });
      return known.get(element).said;
    };
    return find;
  };
  // the nearest ancestor that cuts an axis off; a box that scrolls there shows everything
  const clipping = (axis) =>
    inherited((element, style) => {
      const value = axis === "x" ? style.overflowX : style.overflowY;
      if (scrolls(value) || style.position === "fixed") return { said: null };
      return clips(value) && style.display !== "inline" ? { said: element } : null;
    });
  const layers = () => inherited((element, { position }) => (position !== "static" && position !== "relative" ? { said: true } : null));
  // words for screen readers stand in a box of one pixel
  const hiddenOnPurpose = (box) => box.width <= 2 || box.height <= 2;
  const cut = (clippedBy) => ({ element, boxes }) => {
    for (const axis of ["x", "y"]) {
      const frame = clippedBy[axis](element);
      const edge = frame?.getBoundingClientRect();
      if (!frame || hiddenOnPurpose(edge)) continue;
      const out = boxes.some((box) => (axis === "x" ? box.right > edge.right + 2 || box.left < edge.left - 2 : box.bottom > edge.bottom + 3 || box.top < edge.top - 3));
      if (out) return a11y.fault("text-cut", frame, `“${a11y.words(element)}” is cut off.`);
    }
    return null;
  };

  const related = (one, other) => one === other || one.contains(other) || other.contains(one);
  const collide = (one, other) => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return across > 4 && down > Math.min(one.height, other.height) / 2;
  };
  // lines sorted by their top: only neighbours can touch
  const collisions = (all) => {
    const lines = all.flatMap(({ element, boxes }) => boxes.map((box) => ({ element, box }))).sort((a, b) => a.box.top - b.box.top);
    const layered = layers();
    const found = [];
    lines.forEach(({ element, box }, index) => {
      for (let next = index + 1; next < lines.length && lines[next].box.top < box.bottom; next += 1) {
        const other = lines[next];
        if (!related(element, other.element) && collide(box, other.box) && !layered(element) && !layered(other.element)) found.push([element, other.element]);
      }
    });
    return found.map(([one, other]) => a11y.fault("text-overlap", one, `“${a11y.words(one)}” runs into “${a11y.words(other)}”.`));
  };

  const sideways = () => {
    const page = document.scrollingElement;
    if (page.scrollWidth <= innerWidth + 1) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1 && a11y.shown(element) && !scrolledInside(element),
    );
    const deepest = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    return [a11y.fault("scrolls-sideways", deepest[0] ?? null, `The page is ${page.scrollWidth} px wide in a window of ${innerWidth} px.`)];
  };
  const scrolledInside = (element) => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) if (scrolls(getComputedStyle(one).overflowX)) return true;
    return false;
  };

  const fixedHeight = () => {
    scrollTo(0, 400);
    const stuck = [...document.body.querySelectorAll("*")].filter((element) => ["fixed", "sticky"].includes(getComputedStyle(element).position) && a11y.shown(element));
    const faults = stuck.flatMap((element) => {
      const box = element.getBoundingClientRect();
      const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
      const full = box.width > innerWidth / 2 && height > innerHeight / 2;
      return full ? [a11y.fault("window-covered", element, `It stays in place and covers ${Math.round(height)} of ${innerHeight} px.`)] : [];
    });
    scrollTo(0, 0);
    return faults;
  };

  const look = () => {
    const all = texts();
    const clippedBy = { x: clipping("x"), y: clipping("y") };
    return [...sideways(), ...all.map(cut(clippedBy)).filter(Boolean), ...collisions(all)];
  };
  const sizes = () => new Map(texts().map(({ text, element }) => [text, parseFloat(getComputedStyle(element).fontSize)]));

  return {
    look,
    reflow: () => [...look(), ...fixedHeight()],
    spaced: () =>
      a11y.restyled(
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
        look,
      ),
    enlarged() {
      const before = sizes();
      return a11y.restyled("html { font-size: 200% !important }", () => {
        const stiff = [...sizes()].filter(([text, size]) => size < before.get(text) * 1.5);
        const faults = stiff.map(([text]) => a11y.fault("text-size-fixed", text.parentElement, `“${a11y.words(text.parentElement)}” stays small when text is set to 200 %.`));
        return [...faults, ...look()];
      });
    },
  };
})();
