// Form fields must be seen as fields, and nothing may move for people who asked for that.
a11y.controls = (() => {
  const FAINT = 3; // contrast to one, WCAG 1.4.11
  const FIELDS = "input:not([type=hidden], [type=checkbox], [type=radio], [type=range], [type=submit], [type=button], [type=image], [type=color]), select, textarea";

  const edges = (style) => ["Top", "Right", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== "none");
  const look = (field) => {
    const style = getComputedStyle(field);
    const behind = a11y.ground(field.parentElement);
    const against = (colour) => a11y.contrast(a11y.over(a11y.channels(colour), behind), behind);
    const best = Math.max(1, against(style.backgroundColor), ...edges(style).map((side) => against(style[`border${side}Color`])));
    return best >= FAINT ? [] : [a11y.fault("field-edge", field, `The edge of the field has a contrast of ${best.toFixed(1)} to 1; it needs ${FAINT}.`)];
  };

  return {
    fields: () => [...document.querySelectorAll(FIELDS)].filter(a11y.shown).flatMap(look),
    motion: () =>
      document
        .getAnimations()
        .filter((one) => one.playState === "running")
        .map((one) => a11y.fault("motion", one.effect.target, "Moves although the reader asked for less motion.")),
  };
})();
