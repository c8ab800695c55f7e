// A walk with the Tab key. Each stop is measured when the next Tab goes down: by then the page has scrolled to it.
a11y.walk = (() => {
  const RING = 2; // CSS pixels
  const FAINT = 3; // contrast to one, WCAG 1.4.11
  // hours and minutes are stops of their own inside one field
  const HAS_PARTS = /^(date|datetime-local|month|time|week)$/;
  let stops, steps, faults, done, round;

  const reachable = () =>
    [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex], audio[controls], video[controls]")].filter(
      (element) => element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]") && element.checkVisibility({ visibilityProperty: true }),
    );

  // a hidden check box shows its focus on its label
  const faces = (element) => [element, ...(element.labels ?? [])];
  const inWindow = (box) => box.width > 0 && box.height > 0 && box.bottom > 1 && box.right > 1 && box.top < innerHeight - 1 && box.left < innerWidth - 1;
  const boxes = (element) => faces(element).flatMap((face) => [...face.getClientRects()]);

  const points = (box) => {
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const across = [left + 1, (left + right) / 2, right - 1];
    return [top + 1, (top + bottom) / 2, bottom - 1].flatMap((y) => across.map((x) => [x, y]));
  };
  const uncovered = (element, box) =>
    points(box).some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && faces(element).some((face) => face.contains(top) || top.contains(face));
    });

  // the shadows that go all around: no offset, no blur
  const shadowRings = (style) =>
    [...style.boxShadow.matchAll(/(rgba?\([^)]*\)|color\([^)]*\))\s+0px 0px 0px ([\d.]+)px/g)].map(([, colour, spread]) => [Number(spread), colour]);
  const rings = (element) =>
    faces(element).flatMap((face) => {
      const style = getComputedStyle(face);
      // "auto" is the browser's own ring, which no site can vouch for
      const outline = ["none", "auto"].includes(style.outlineStyle) ? [] : [[parseFloat(style.outlineWidth), style.outlineColor]];
      return [...outline, ...shadowRings(style)];
    });
  const strength = (colour, element) => {
    const behind = a11y.ground(element.parentElement);
    return a11y.contrast(a11y.over(a11y.channels(colour), behind), behind);
  };

  const look = (element) => {
    const say = (rule, message) => faults.push(a11y.fault(rule, element, `“${a11y.words(element)}”: ${message}`));
    const inside = boxes(element).filter(inWindow);
    if (!faces(element).some(a11y.shown)) return say("focus-invisible", "takes the focus but is not shown.");
    if (!inside.length) return say("focus-off-screen", "has the focus outside the window.");
    if (!inside.some((box) => uncovered(element, box))) return say("focus-covered", "has the focus under something else.");
    const thick = rings(element).filter(([width]) => width >= RING);
    if (!thick.length) return say("focus-ring", `needs a focus ring of ${RING} px or more.`);
    const best = Math.max(...thick.map(([, colour]) => strength(colour, element)));
    if (best < FAINT) say("focus-ring-faint", `has a ring with a contrast of only ${best.toFixed(1)} to 1.`);
  };

  const measure = () => {
    const element = document.activeElement;
    if (done || (element === document.body && !stops.length)) return;
    round = done = element === document.body || element === stops[0];
    if (done) return;
    // one box may serve many terms: only the same step taken again leads in a circle
    const from = stops.at(-1);
    if (element === from && HAS_PARTS.test(element.type)) return;
    if (steps.get(from)?.has(element)) {
      faults.push(a11y.fault("focus-trap", element, "The Tab key leads back to here and never to the end of the page."));
      done = true;
      return;
    }
    steps.set(from, (steps.get(from) ?? new Set()).add(element));
    stops.push(element);
    look(element);
  };
  // the next Tab goes on from where the focus was, even after blur: so it is taken to the very beginning
  const toTheTop = () => {
    const beginning = Object.assign(document.createElement("span"), { tabIndex: -1 });
    document.body.prepend(beginning);
    beginning.focus();
    beginning.remove();
    scrollTo(0, 0);
  };
  const onKey = (event) => event.key === "Tab" && measure();

  return {
    start() {
      [stops, steps, faults, done, round] = [[], new Map(), [], false, false];
      toTheTop();
      addEventListener("keydown", onKey, true);
      return reachable().length;
    },
    done: () => done,
    // each stop in turn without a key: that sees all of it but the order, and traps
    visited() {
      faults = [];
      for (const element of reachable()) {
        element.focus();
        if (document.activeElement === element) look(element);
        else faults.push(a11y.fault("focus-missed", element, `“${a11y.words(element)}” does not keep the focus.`));
      }
      document.activeElement?.blur();
      scrollTo(0, 0);
      return faults;
    },
    // the stops that can be reached with Tab but were not; of radio buttons only the chosen one can
    end() {
      removeEventListener("keydown", onKey, true);
      if (!done) faults.push(a11y.fault("focus-endless", null, `After ${stops.length} stops the Tab key has not come round.`));
      const missed = reachable().filter((element) => !stops.includes(element) && element.type !== "radio");
      for (const element of round ? missed : []) faults.push(a11y.fault("focus-missed", element, `“${a11y.words(element)}” was never reached with Tab.`));
      document.activeElement?.blur();
      scrollTo(0, 0);
      return { stops: stops.length, faults };
    },
  };
})();
