// The definition of a linked term, a hover, a focus or a tap away (WCAG 1.4.13).
//
// Without this script a term is a plain link, and its definition stands under "Words on this page". The box
// shows the same words. It can be dismissed with Escape, stays while the pointer rests on it, and lasts until
// pointer and focus have left. A mouse click or Enter follows the link; the first tap opens the box instead,
// because a finger cannot hover.
(() => {
  "use strict";
  const WAIT_TO_OPEN = 300;
  const WAIT_TO_CLOSE = 250;
  const box = document.createElement("div");
  box.className = "term-box";
  box.id = "term-box";
  box.hidden = true;
  const text = document.createElement("p");
  const more = document.createElement("a");
  more.className = "term-box__more";
  more.textContent = "Full entry";
  box.append(text, more);

  let shownFor = null;
  // a term whose box was dismissed stays quiet until pointer and focus have left it
  let dismissed = null;
  let timer = 0;
  let firstTapOn = null;

  const definitionOf = (link) => document.getElementById(link.getAttribute("aria-describedby"));

  const place = (link) => {
    const [first, last] = [link.getClientRects()[0], [...link.getClientRects()].at(-1)];
    const room = document.documentElement.clientWidth;
    const width = Math.min(352, room - 16);
    const scrolled = box.scrollTop; // to measure the whole box rolls it back, also under a link that has the focus
    box.style.setProperty("width", `${width}px`);
    box.style.removeProperty("max-height");
    const left = Math.min(Math.max(8, first.left), room - width - 8);
    const [above, below] = [first.top - 14, window.innerHeight - last.bottom - 14];
    const goesBelow = box.offsetHeight <= below || below >= above;
    // enlarged pages are low windows: rather than cover its term, the box gets lower and scrolls
    if (box.offsetHeight > Math.max(above, below)) box.style.setProperty("max-height", `${Math.max(above, below, 72)}px`);
    const top = goesBelow ? last.bottom + 6 : first.top - box.offsetHeight - 6;
    box.style.setProperty("left", `${left}px`);
    const lowest = Math.max(8, window.innerHeight - box.offsetHeight - 8);
    box.style.setProperty("top", `${Math.min(Math.max(8, top), lowest)}px`);
    box.scrollTop = scrolled;
  };

  const open = (link) => {
    const definition = definitionOf(link);
    clearTimeout(timer);
    if (!definition || shownFor === link) return;
    text.textContent = definition.textContent;
    more.href = link.href;
    more.setAttribute("aria-label", `Full entry: ${link.textContent.trim()}`);
    // right behind the link, so that Tab leads from the term into its box and on
    link.after(box);
    box.hidden = false;
    shownFor = link;
    box.scrollTop = 0;
    place(link);
  };

  const close = () => {
    clearTimeout(timer);
    if (!shownFor) return;
    const link = shownFor;
    const hadFocus = box.contains(document.activeElement);
    shownFor = null;
    box.hidden = true;
    if (hadFocus) {
      dismissed = link;
      link.focus();
    }
  };

  const later = (action, wait) => {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  };
  const termAt = (target) => (target instanceof Element ? target.closest("a.term") : null);
  const inBox = (target) => target instanceof Node && box.contains(target);

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = termAt(event.target);
    if (link && link !== dismissed) later(() => open(link), shownFor ? 0 : WAIT_TO_OPEN);
    else if (inBox(event.target)) clearTimeout(timer);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch") return;
    const link = termAt(event.target);
    if (!link && !inBox(event.target)) return;
    const to = event.relatedTarget;
    if (inBox(to) || (link && link.contains(to))) return;
    if (link === dismissed) dismissed = null;
    if (document.activeElement === shownFor || box.contains(document.activeElement)) clearTimeout(timer);
    else later(close, WAIT_TO_CLOSE);
  });
  document.addEventListener("focusin", (event) => {
    const link = termAt(event.target);
    if (link && link !== dismissed) open(link);
    else if (!link && !inBox(event.target)) close();
  });
  document.addEventListener("focusout", (event) => {
    if (termAt(event.target) === dismissed) dismissed = null;
    if (shownFor && !termAt(event.relatedTarget) && !inBox(event.relatedTarget)) later(close, WAIT_TO_CLOSE);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shownFor) return;
    event.stopPropagation();
    dismissed = shownFor;
    close();
  }, true);
  document.addEventListener("pointerdown", (event) => {
    const link = termAt(event.target);
    firstTapOn = event.pointerType === "touch" && link !== shownFor ? link : null;
    if (shownFor && !inBox(event.target) && link !== shownFor) close();
  });
  document.addEventListener("click", (event) => {
    const link = termAt(event.target);
    if (!link || link !== firstTapOn) return;
    event.preventDefault();
    firstTapOn = null;
    open(link);
  }, true);
  const follow = () => shownFor && place(shownFor);
  window.addEventListener("scroll", follow, { passive: true });
  window.addEventListener("resize", follow);
})();
