"use strict";
// The state lives in the address (#?need=change&q=chat), so that a filtered view can be passed on and the back button works.
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const query = document.getElementById("q");
  // The last isn't on a page without references by flow.
  const selects = Object.fromEntries(["kind", "who", "evidence"].map((name) => [name, document.getElementById(name)]).filter(([, select]) => select));
  const buttons = [...form.querySelectorAll("[data-filter-need]")];
  const count = document.getElementById("count");
  const none = document.getElementById("none");
  const files = [...document.querySelectorAll(".file")].map((element) => ({
    element,
    nav: document.querySelector(`[data-nav="${element.id}"]`),
    rows: [...element.querySelectorAll(".ref")].map((row) => ({ element: row, path: element.querySelector("h2"), data: row.dataset })),
  }));
  const total = files.reduce((sum, file) => sum + file.rows.length, 0);

  function wanted() {
    const needs = buttons.filter((button) => button.getAttribute("aria-pressed") === "true").map((button) => button.dataset.filterNeed);
    const chosen = Object.entries(selects).filter(([, select]) => select.value).map(([name, select]) => [name, select.value]);
    return { needs, chosen, words: query.value.toLowerCase().split(/\s+/).filter(Boolean) };
  }

  // Put together when it is first searched: thousands of rows would hold up the page's start.
  function text(row) {
    return (row.text ??= `${row.path.textContent} ${row.element.textContent}`.toLowerCase());
  }

  function matches(row, { needs, chosen, words }) {
    return (!needs.length || needs.includes(row.data.need)) &&
      chosen.every(([name, value]) => row.data[name] === value) && words.every((word) => text(row).includes(word));
  }

  function apply() {
    const filter = wanted();
    let shown = 0;
    for (const file of files) {
      let here = 0;
      for (const row of file.rows) {
        const match = matches(row, filter);
        if (row.element.hidden === match) row.element.hidden = !match;
        here += match;
      }
      file.element.hidden = file.nav.hidden = !here;
      shown += here;
    }
    none.hidden = shown > 0;
    count.textContent = `${shown.toLocaleString("en")} of ${total.toLocaleString("en")}`;
  }

  function remember() {
    const { needs, chosen } = wanted();
    const state = new URLSearchParams();
    if (needs.length) state.set("need", needs.join(","));
    for (const [name, value] of chosen) state.set(name, value);
    if (query.value) state.set("q", query.value);
    history.replaceState(null, "", [...state].length ? `#?${state}` : "#");
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (!hash.startsWith("?")) return reveal(hash);
    const state = new URLSearchParams(hash.slice(1));
    const needs = (state.get("need") || "").split(",");
    for (const button of buttons) button.setAttribute("aria-pressed", String(needs.includes(button.dataset.filterNeed)));
    for (const [name, select] of Object.entries(selects)) select.value = state.get(name) || "";
    query.value = state.get("q") || "";
    apply();
  }

  // A link may lead to a reference that a filter hides, or into a file that is folded.
  function reveal(id) {
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.hidden || target.closest("[hidden]")) clear();
    const file = target.closest("details");
    if (file) file.open = true;
    target.scrollIntoView();
  }

  function clear() {
    for (const button of buttons) button.setAttribute("aria-pressed", "false");
    for (const field of [query, ...Object.values(selects)]) field.value = "";
    apply();
  }

  function changed() {
    apply();
    remember();
  }

  function step(by) {
    const rows = files.flatMap((file) => (file.element.hidden ? [] : file.rows.map((row) => row.element))).filter((row) => !row.hidden);
    if (!rows.length) return;
    const at = rows.findIndex((row) => row.classList.contains("current"));
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (at >= 0) rows[at].classList.remove("current");
    next.classList.add("current");
    next.closest("details").open = true;
    next.scrollIntoView({ block: "center" });
    next.focus({ preventScroll: true });
  }

  let waiting;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 120);
  });
  for (const select of Object.values(selects)) select.addEventListener("change", changed);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      changed();
    });
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  const reset = (event) => {
    event.preventDefault();
    clear();
    remember();
  };
  form.addEventListener("reset", reset);
  document.getElementById("again").addEventListener("click", reset);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select");
    if (event.key === "Escape") return reset(event);
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      query.focus();
    } else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });
  window.addEventListener("hashchange", recall);
  form.hidden = false;
  recall();
})();
