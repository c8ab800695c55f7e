// Buttons that copy a text. Without this script, or where the browser does not allow it, the text can be selected.
(() => {
  "use strict";
  const status = document.querySelector("[data-status]");
  const say = (words) => {
    status.textContent = "";
    requestAnimationFrame(() => { status.textContent = words; });
  };

  const select = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };

  for (const button of document.querySelectorAll("[data-copy]")) {
    const text = document.getElementById(button.dataset.copy);
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener("blur", () => { button.textContent = name; });
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = button.dataset.copied;
        say(button.dataset.copied);
      } catch {
        select(text);
        say(button.dataset.failed);
      }
    });
  }
})();
