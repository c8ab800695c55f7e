// The clock times of a session, for the start that the reader sets. Without this script those of the sample stay.
// The start is kept in the address, after the #, so it can be sent on and never leaves the browser.
(() => {
  "use strict";
  const IN_ADDRESS = /^#start=((?:[01]\d|2[0-3]):[0-5]\d)$/;
  const form = document.querySelector("[data-start-time]");
  const field = form.querySelector("input");
  const sample = field.value;

  const HALVES = document.documentElement.lang === "es" ? ["\u00a0a.\u00a0m.", "\u00a0p.\u00a0m."] : [" a.m.", " p.m."];

  const two = (number) => String(number).padStart(2, "0");

  const show = (start) => {
    const [hours, minutes] = start.split(":").map(Number);
    for (const time of document.querySelectorAll("time[data-after]")) {
      const at = (hours * 60 + minutes + Number(time.dataset.after)) % 1440;
      const hour = Math.floor(at / 60);
      time.dateTime = `${two(hour)}:${two(at % 60)}`;
      time.textContent = `${hour % 12 || 12}:${two(at % 60)}${HALVES[hour < 12 ? 0 : 1]}`;
    }
    for (const link of document.querySelectorAll("a[data-keeps-start]")) {
      link.hash = start === sample ? "" : `start=${start}`;
    }
  };

  const read = () => {
    const start = IN_ADDRESS.exec(location.hash)?.[1];
    if (!start) return;
    field.value = start;
    show(start);
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => {
    if (!field.value) return;
    show(field.value);
    history.replaceState(null, "", `#start=${field.value}`);
  });
  window.addEventListener("hashchange", read);
  // a browser may bring back an earlier choice when the reader returns to the page
  window.addEventListener("pageshow", () => (IN_ADDRESS.test(location.hash) ? read() : show(field.value || sample)));
})();
