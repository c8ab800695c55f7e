// The self-assessment of an employee group. It sends nothing. It keeps nothing unless the reader asks for it.
(() => {
  "use strict";
  const KIND = "coaching-manual self-assessment";
  const VERSION = 1;
  const LONGEST = 2000;
  const box = document.querySelector("[data-assess]");
  const part = (name) => box.querySelector(`[data-${name}]`);
  const strands = [...box.querySelectorAll("[data-strand]")];
  const place = `self-assessment:${box.dataset.group}`;
  const steps = part("steps");
  const file = part("file");
  const keep = part("keep");

  const say = (text) => { part("said").textContent = text; };
  const chosen = (strand) => strand.querySelector("input:checked");
  const words = (strand) => strand.querySelector("textarea");
  const titleOf = (strand) => strand.querySelector("legend").lastChild.textContent.trim();

  const marks = () => Object.fromEntries(strands.map((strand) => [
    strand.dataset.strand, { level: chosen(strand)?.value ?? "", words: words(strand).value },
  ]));
  const isEmpty = () => strands.every((strand) => !chosen(strand) && !words(strand).value.trim());

  // what is read was written by us, or by anybody: only levels that are there and texts are taken over
  const take = (given) => {
    for (const strand of strands) {
      const mark = given?.[strand.dataset.strand];
      for (const choice of strand.querySelectorAll("input")) choice.checked = choice.value === mark?.level;
      words(strand).value = typeof mark?.words === "string" ? mark.words.slice(0, LONGEST) : "";
    }
  };

  const storage = () => {
    try { return window.localStorage; } catch { return null; }
  };
  const keepIt = () => {
    try {
      if (keep.checked) storage()?.setItem(place, JSON.stringify(marks()));
      else storage()?.removeItem(place);
      return true;
    } catch { return false; }
  };

  const stepOf = (strand) => {
    const choice = chosen(strand);
    const title = document.createElement("dt");
    const text = document.createElement("dd");
    title.textContent = titleOf(strand);
    for (const child of choice.closest(".assess__level").querySelector("[data-next]").children) {
      text.append(child.cloneNode(true));
    }
    const level = document.createElement("p");
    level.className = "small";
    level.textContent = `You marked: ${choice.labels[0].textContent}`;
    text.append(level);
    return [title, text];
  };

  const show = () => {
    const marked = strands.filter(chosen);
    part("result").hidden = marked.length === 0;
    part("count").textContent = `${marked.length} of ${strands.length} marked.`;
    steps.replaceChildren(...marked.flatMap(stepOf));
  };

  const save = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    const content = {
      kind: KIND, version: VERSION, group: box.dataset.group, title: box.dataset.title, saved: day,
      note: "For coaching, never a rating. It belongs to the person who wrote it.", marks: marks(),
    };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: "application/json" }));
    link.download = `self-assessment-${box.dataset.group}-${day}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
    say("Saved to a file in your downloads.");
  };

  const open = async () => {
    const [picked] = file.files;
    if (!picked) return;
    let content = null;
    try { content = JSON.parse(await picked.text()); } catch { /* said below */ }
    file.value = "";
    if (content?.kind !== KIND || content.version !== VERSION) {
      say("This is not a saved self-assessment. Nothing was changed.");
    } else if (content.group !== box.dataset.group) {
      say(`This file is for another group (${content.title}). Open it on the page of that group.`);
    } else {
      take(content.marks);
      keepIt();
      show();
      say(`Opened what was saved on ${content.saved}.`);
    }
  };

  const clear = () => {
    if (isEmpty()) { say("There is nothing to clear."); return; }
    if (!window.confirm("Clear everything that you marked and wrote on this page?")) return;
    take({});
    keep.checked = false;
    keepIt();
    show();
    say("Everything is cleared.");
  };

  box.addEventListener("input", (event) => {
    if (event.target === keep || event.target === file) return;
    if (keep.checked) keepIt();
    show();
  });
  keep.addEventListener("change", () => {
    if (!keepIt()) { keep.checked = false; say("This browser does not allow it. Save to a file instead."); return; }
    say(keep.checked ? "It is kept in this browser until you clear it." : "Nothing is kept in this browser any more.");
  });
  part("print").addEventListener("click", () => window.print());
  part("save").addEventListener("click", save);
  part("open").addEventListener("click", () => file.click());
  file.addEventListener("change", open);
  part("clear").addEventListener("click", clear);

  try {
    const kept = storage()?.getItem(place);
    if (kept) { take(JSON.parse(kept)); keep.checked = true; }
  } catch { /* what was kept cannot be read: begin anew */ }
  part("tools").hidden = false;
  show();
  window.addEventListener("pageshow", show);
})();
