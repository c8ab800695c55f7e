// The search box: a dialog that is part of every page, filled by this script when it is first opened.
//
// Files are loaded as scripts when they are needed: first the names, which answer a name that was typed whole, then
// the words that people type and the pages, then the parts of the index of texts that the query needs.
class NotLoaded extends Error {}

class Files {
  constructor(base, take) {
    this.base = base;
    this.wanted = new Map();
    this.parts = new Map();
    // files of two editions do not fit together, because they tell records by their numbers
    let edition = null;
    globalThis.manualSearch.take = (part, data, of) => {
      edition ??= of;
      if (of !== edition) return;
      this.parts.set(part, data);
      take(part, data);
    };
  }

  // The data of a part, loaded once. A part that cannot be loaded is asked for again the next time.
  load(part) {
    const loading = this.wanted.get(part) ?? new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`${part}.js`, this.base).href;
      const failed = () => {
        this.wanted.delete(part);
        script.remove();
        reject(new NotLoaded(part));
      };
      script.onload = () => (this.parts.has(part) ? resolve(this.parts.get(part)) : failed());
      script.onerror = failed;
      document.head.append(script);
    });
    this.wanted.set(part, loading);
    return loading;
  }
}

class Box {
  constructor(dialog, base) {
    this.dialog = dialog;
    this.site = new URL("..", base);
    this.input = dialog.querySelector("input[name=q]");
    this.list = dialog.querySelector("[data-search-results]");
    this.status = dialog.querySelector("[data-search-status]");
    this.failed = dialog.querySelector("[data-search-failed]");
    this.filters = dialog.querySelector("[data-search-filters]");
    this.more = {}; // the tools of the scripts that come later, as far as they are there
    this.complete = false; // whether every name is there, and not only those that are loaded first
    this.library = new Library(this.more);
    this.files = new Files(base, (part, data) => takePart(this.library, part, data));
    this.asked = 0;
    this.items = [];
    this.goWhenReady = false;
    this.listen();
    this.ask();
  }

  listen() {
    this.input.addEventListener("input", () => this.ask());
    this.filters.addEventListener("change", () => this.show());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.enter();
    });
    this.dialog.addEventListener("keydown", (event) => this.move(event));
    this.list.addEventListener("click", (event) => {
      if (event.target.closest("a")) remember(this.input.value.trim());
    });
    this.dialog.addEventListener("close", () => {
      remember("");
      for (const select of this.filters.querySelectorAll("select")) select.value = "";
    });
  }

  // Answer what stands in the box, in steps: each step shows more, and none counts when another letter was typed since.
  async ask() {
    this.asked += 1;
    const asked = this.asked;
    this.goWhenReady = false;
    this.answered = false;
    this.settled = false;
    this.failed.textContent = "";
    const current = () => asked === this.asked;
    try {
      await this.answer(this.input.value.trim(), current);
    } catch (fault) {
      if (!(fault instanceof NotLoaded)) throw fault;
      if (current()) this.failed.textContent = this.dialog.dataset.unreachable;
    }
  }

  async answer(query, current) {
    await this.files.load(`names-${LANGUAGE}`);
    if (query && current()) {
      const sure = this.library.answer(query, { sure: true });
      if (sure.length) await this.present(query, sure, [], current);
      else await this.guess(query, current);
    }
    await this.loadRest();
    if (!current()) return;
    if (!query) {
      this.clear();
      return;
    }
    const finds = this.library.answer(query);
    await this.present(query, finds, [], current);
    const content = this.library.contentOf(query);
    await Promise.all(this.library.texts.needed(content).map((number) => this.files.load(`index/${number}`)));
    if (!current()) return;
    this.settled = true;
    await this.present(query, finds, this.library.texts.find(content), current);
  }

  // Half a name or one with mistakes can be told before all other words are there, if hardly any of them could fit better.
  async guess(query, current) {
    await this.loadTools("guesses");
    const [best] = this.library.answer(query);
    if (best?.score >= RANKING.early && current()) await this.present(query, [best], [], current);
  }

  async loadTools(part) {
    Object.assign(this.more, (await this.files.load(part))(SHARED));
  }

  // The words before the pages: both number what they add.
  async loadRest() {
    await this.loadTools("guesses");
    await this.loadTools("more");
    await this.files.load(`words-${LANGUAGE}`);
    await this.files.load("pages");
    this.complete = true;
  }

  async present(query, finds, texts, current) {
    const items = itemsOf(this.library, finds, texts);
    for (const item of items) this.keepFilling(item);
    // the first answer is shown whole; what is loaded for the others is filled in behind it
    await this.fill(items.slice(0, 1), query);
    if (!current()) return;
    this.items = items;
    this.answered = true;
    this.show();
    await this.fill(items, query);
    if (current()) this.show();
  }

  // What an entry shows stays until there is more to show, so that nobody is interrupted in reading it.
  keepFilling(item) {
    const shown = this.items.find(({ key }) => key === item.key);
    item.card = shown?.card;
    item.language = shown?.language;
    item.excerpts = shown?.excerpts;
  }

  // Load what an item shows beside its name: the card of a term, the texts of a page.
  fill(items, query) {
    const content = this.library.contentOf(query);
    return Promise.all(items.map(async (item) => {
      if (item.term) {
        // who asks in Spanish is answered in it, on any page; whoever reads in Spanish stays in it
        item.language = item.name?.kind === "translated" ? "es" : LANGUAGE;
        const cards = await this.files.load(`cards-${item.language}/${Math.floor(item.term.number / CARDS_IN_FILE)}`);
        item.card = cards[item.term.number % CARDS_IN_FILE];
      } else {
        const texts = await this.files.load(`texts/${item.page.number}`);
        item.excerpts = this.more.excerptsOf(texts, item.sections, content);
      }
    }));
  }

  clear() {
    this.items = [];
    this.show();
    this.say("");
  }

  show() {
    if (this.complete) this.more.offerFilters(this.filters, this.items, this.library);
    const items = this.complete ? this.items.filter((item) => this.more.passes(item, this.filters)) : this.items;
    this.redraw(this.entries(items));
    this.announce(items);
    this.go();
  }

  // Entries that look as before stay where they are, so that nobody who stands in one is moved.
  redraw(entries) {
    const focused = document.activeElement;
    const known = new Map([...this.list.children].map((entry) => [entry.dataset.key, entry]));
    const wanted = entries.map((entry) => {
      const old = known.get(entry.dataset.key);
      return old?.outerHTML === entry.outerHTML ? old : entry;
    });
    for (const old of known.values()) if (!wanted.includes(old)) old.remove();
    wanted.forEach((entry, at) => {
      if (this.list.children[at] !== entry) this.list.insertBefore(entry, this.list.children[at]);
    });
    if (this.dialog.open && !this.dialog.contains(document.activeElement)) this.focusAgain(focused);
  }

  // An entry that was drawn anew takes the focus that its old drawing had.
  focusAgain(focused) {
    const again = [...this.list.querySelectorAll("a")].find((link) => link.href === focused.href);
    (again ?? this.input).focus();
  }

  // Either all items are answers, or none is.
  entries(items) {
    const drawn = items.map((item) => {
      const entry = this.draw(item);
      entry.dataset.key = item.key;
      return entry;
    });
    if (items[0]?.sure || (!items.length && !this.settled) || !this.library.isAsked(this.input.value)) return drawn;
    return [this.more.drawNothing(this, items), ...drawn];
  }

  draw(item) {
    if (item.page) return this.more.drawPage(item, this.library, this.site);
    return (item.term.clash ? drawClash : drawTerm)(item, this.library, this.site);
  }

  announce(items) {
    const first = items.find((item) => item.sure);
    if (first) this.say(phrase(items.length === 1 ? "announceOne" : "announce", { first: titleOf(first), count: items.length }));
    else if (this.settled) this.say(phrase(items.length ? "announceNear" : "announceNothing", { count: items.length }));
  }

  // Screen readers hear the result when typing pauses, not at every letter.
  say(text) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => { this.status.textContent = text; }, text ? 400 : 0);
  }

  enter() {
    this.goWhenReady = true;
    this.go();
  }

  // Enter opens the first answer. What is only offered, or a choice of meanings, takes the focus instead.
  go() {
    if (!this.goWhenReady || !this.answered) return;
    // only a name that is the query itself cannot be surpassed by one that is still to come
    if (!this.complete && this.items[0]?.how !== "same") return;
    const first = this.list.querySelector(".hit:not(.hit--nothing) a") ?? this.list.querySelector("a");
    const isAnswer = first?.matches("[data-answer]");
    if (!isAnswer && !this.settled) return;
    this.goWhenReady = false;
    if (isAnswer) first.click();
    else first?.focus();
  }

  move(event) {
    // whoever types on goes on in the field
    if (event.key.length === 1 && event.target.matches("a") && !event.ctrlKey && !event.metaKey) this.input.focus();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.closest("select")) return;
    const stops = [this.input, ...this.list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  }
}

// The way back to a search stands in the browser's own history, and not in the address: an address is sent to the
// host, and what somebody looks for is nobody else's business.
const remember = (query) => history.replaceState({ ...history.state, search: query || undefined }, "");

// What is shown, best first. `sure` items are answers; the others are offered when there is no answer, or are texts
// that speak of what was asked.
const MOST = { terms: 4, pages: 5, near: 4, texts: 6, sections: 3 };
const itemsOf = (library, finds, texts) => {
  const room = { t: MOST.terms, p: MOST.pages };
  const sure = finds.filter(({ key, score }) => score >= RANKING.answer && room[key[0]]-- > 0);
  const items = sure.length ? sure.map((find) => itemOf(find, true)) : nearItems(library, finds, texts);
  const told = new Map(items.map((item) => [item.key, item]));
  let left = MOST.texts;
  const spoken = new Set([...told.keys(), ...texts.filter(({ share }) => share >= RANKING.text.share)
    .map(({ page }) => library.pages[page]?.key)]);
  for (const { page, section, share } of texts) {
    if (page === undefined || share < RANKING.text.share) continue;
    const record = library.pages[page];
    const { key } = record;
    if (!told.has(key) && library.isRepeated(key, (twin) => spoken.has(twin))) continue;
    // how the manual is edited interests those who ask for it by name
    if (record.kind === "editing" && !told.has(key)) continue;
    if (!told.has(key) && left-- > 0) told.set(key, itemOf({ key, record, how: "text" }, sure.length > 0));
    const sections = told.get(key)?.sections;
    if (sections?.length < MOST.sections) sections.push(section);
  }
  return [...told.values()];
};

const nearItems = (library, finds, texts) => {
  const spoken = texts
    .filter(({ term, share }) => term !== undefined && share >= RANKING.text.share)
    .map(({ term }) => ({ key: `t${term}`, record: library.terms[term], how: "text", name: null }));
  const near = [...spoken, ...finds.filter(({ key }) => !spoken.some((one) => one.key === key))];
  return near.slice(0, MOST.near).map((find) => itemOf(find, false));
};

const itemOf = ({ key, record, name, how, corrected }, sure) => {
  const item = { key, name, how, corrected, sure };
  return key[0] === "t" ? { ...item, term: record } : { ...item, page: record, sections: [] };
};

globalThis.manualSearch = { open: (dialog, base) => new Box(dialog, base) };
