// A form that is filled in: kept in a file of the reader's own, opened again, printed, emptied.
// Nothing is sent and nothing is stored by the page. Without this script the form can still be typed into and printed.
(() => {
  "use strict";
  const form = document.querySelector("[data-sheet]");
  const tools = form?.querySelector("[data-sheet-tools]");
  if (!tools) return;
  const status = tools.querySelector("[data-sheet-status]");
  const file = tools.querySelector("input[type=file]");
  const controls = [...form.elements].filter((one) => one.name);
  let unsaved = false;

  const say = (name, values = {}) => {
    const words = tools.getAttribute(`data-say-${name}`);
    return words.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  };
  // emptied first, so that the same words are read out again
  const tell = (words) => {
    status.textContent = "";
    requestAnimationFrame(() => { status.textContent = words; });
  };

  const ticks = (control) => control.type === "checkbox" || control.type === "radio";
  const read = () => {
    const values = {};
    for (const one of controls) {
      if (ticks(one) ? !one.checked : !one.value.trim()) continue;
      (values[one.name] ??= []).push(one.value);
    }
    return values;
  };
  const write = (values) => {
    for (const one of controls) {
      const given = values[one.name] ?? [];
      if (ticks(one)) one.checked = given.includes(one.value);
      else one.value = given[0] ?? "";
    }
  };
  // what is needed and still empty; a table counts when one of its cells is filled in
  const missing = () => [...form.querySelectorAll("[data-needed]")]
    .filter((field) => ![...field.querySelectorAll("input, textarea, select")]
      .some((one) => (ticks(one) ? one.checked : one.value.trim())))
    .map((field) => field.dataset.needed);

  const day = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  const save = () => {
    const name = `${form.dataset.sheet}-${day()}.json`;
    const kept = { form: form.dataset.sheet, title: tools.dataset.title, saved: day(), answers: read() };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(kept, null, 1)}\n`], { type: "application/json" }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    unsaved = false;
    const labels = missing().join("; ");
    tell(labels ? say("saved-open", { file: name, labels }) : say("saved", { file: name }));
  };

  const understood = (text) => {
    try {
      const kept = JSON.parse(text);
      const lists = Object.values(kept.answers);
      return typeof kept.form === "string" && lists.every((one) => Array.isArray(one)) ? kept : null;
    } catch {
      return null;
    }
  };
  const open = async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    const kept = understood(await chosen.text());
    file.value = "";  // so that the same file can be opened again
    if (!kept) return tell(say("wrong-file"));
    if (kept.form !== form.dataset.sheet) return tell(say("wrong-form", { form: kept.title ?? kept.form }));
    if (unsaved && !window.confirm(say("ask-open"))) return;
    write(kept.answers);
    unsaved = false;
    const now = read();
    const lost = Object.entries(kept.answers).filter(([name, given]) => given.some((one) => !now[name]?.includes(one)));
    const labels = lost.map(([name, given]) => `${name} (${given.join(", ")})`).join("; ");
    tell(labels ? say("partly", { file: chosen.name, labels }) : say("opened", { file: chosen.name }));
  };

  const clear = () => {
    if (Object.keys(read()).length && !window.confirm(say("ask-clear"))) return;
    write({});
    unsaved = false;
    tell(say("cleared"));
  };

  // a box on the screen grows with its text, also where style alone cannot do it
  const grow = () => {
    for (const one of form.querySelectorAll("textarea")) {
      one.style.height = "";
      if (one.value) one.style.height = `${one.scrollHeight + 4}px`;
    }
  };

  // paper has no boxes to scroll in: what was typed is printed as text, which takes the lines that it needs
  const setAsText = () => {
    for (const one of form.querySelectorAll("input[type=text], textarea, select")) {
      const copy = one.nextElementSibling ?? one.parentElement.appendChild(document.createElement("span"));
      const text = (one.localName === "select" ? one.selectedOptions[0]?.text : one.value) ?? "";
      copy.className = "field__printed";
      copy.setAttribute("aria-hidden", "true");
      copy.textContent = text.trim();
      one.toggleAttribute("data-printed", Boolean(text.trim()));
    }
  };

  // an empty day shows how to write one, which is in the way on paper
  const markEmpty = () => {
    for (const one of form.querySelectorAll("input[type=date]")) one.toggleAttribute("data-empty", !one.value);
  };
  const ready = () => {
    setAsText();
    markEmpty();
  };

  tools.hidden = false;
  form.querySelector("[data-sheet-without-script]").hidden = true;
  form.addEventListener("input", (event) => {
    if (event.target === file) return;
    unsaved = Object.keys(read()).length > 0;
    if (event.target.localName === "textarea") grow();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  file.addEventListener("change", open);
  tools.querySelector("[data-save]").addEventListener("click", save);
  tools.querySelector("[data-sheet-print]").addEventListener("click", () => window.print());
  tools.querySelector("[data-clear]").addEventListener("click", clear);
  window.addEventListener("beforeprint", ready);
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
})();
