// The filters: by kind and by reader, each offered only when there is a choice.
const kindOf = (item) => (item.page ? item.page.kind : "term");
const audienceOf = (item) => (item.page ?? item.term).audience;
const selectsOf = (filters) => filters.querySelectorAll("select");

const passes = (item, filters) => {
  const [kind, audience] = selectsOf(filters);
  return (!kind.value || kindOf(item) === kind.value)
    && (!audience.value || audienceOf(item).includes(audience.value) || !audienceOf(item));
};

const offerFilters = (filters, items, library) => {
  const [kind, audience] = selectsOf(filters);
  const kinds = [...new Set(items.map(kindOf))];
  offer(kind, kinds.map((one) => [one, one === "term" ? phrase("kindTerm") : library.kinds[one][LANGUAGE]]));
  const letters = [...new Set(items.flatMap((item) => [...audienceOf(item)]))].sort();
  offer(audience, letters.map((one) => [one, library.audiences[one.charCodeAt(0) - 97]]));
  const chosen = [kind, audience].filter((select) => select.value).map((select) => select.selectedOptions[0].text);
  const folded = filters.closest("details");
  folded.querySelector("summary").textContent = phrase(chosen.length ? "filtered" : "filter", { chosen: chosen.join(", ") });
  folded.hidden = !items.length || (kinds.length < 2 && letters.length < 2 && !chosen.length);
};

// Something was found, and the filter hides all of it.
const drawFiltered = (filters) => {
  const button = element("button", { type: "button", class: "quiet-button" }, phrase("showAll"));
  button.addEventListener("click", () => {
    for (const select of selectsOf(filters)) select.value = "";
    filters.dispatchEvent(new Event("change"));
  });
  return [titled(phrase("allFiltered")), button];
};

// The choices of a filter; what is chosen stays, also when nothing of it was found this time.
const offer = (select, choices) => {
  const chosen = [...select.options].find((option) => option.selected && option.value);
  const all = chosen && !choices.some(([value]) => value === chosen.value)
    ? [...choices, [chosen.value, chosen.text]] : choices;
  if ([...select.options].slice(1).map((option) => option.value).join() === all.map(([value]) => value).join()) return;
  select.replaceChildren(select.options[0], ...all.map(([value, text]) => new Option(text, value)));
  select.value = chosen?.value ?? "";
};
