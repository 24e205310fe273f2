"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const article = document.querySelector("article");
  root.classList.add("js");

  /* Notes stand at the height of their words, and never on one another. */
  const wide = matchMedia("screen and (min-width: 46rem)");
  function layOut() {
    const notes = all(".note", article);
    if (!wide.matches) { article.style.minHeight = ""; return; }
    const top = article.getBoundingClientRect().top;
    let free = 0;
    for (const note of notes) {
      const words = byId(note.dataset.s);
      const wanted = words ? words.getClientRects()[0].top - top : free;
      const y = Math.max(wanted, free);
      note.style.setProperty("--y", `${y}px`);
      free = y + note.offsetHeight + 6;
    }
    article.style.minHeight = `${free}px`;
  }
  layOut();
  new ResizeObserver(layOut).observe(article);
  wide.addEventListener("change", layOut);
  document.fonts?.ready.then(layOut);
  article.addEventListener("toggle", layOut, true);

  /* A statement and its note light up together. */
  const of = (id) => all("[data-s]").filter((part) => part.dataset.s.split(" ").includes(id));
  let lit = [];
  function light(ids) {
    lit.forEach((part) => part.classList.remove("on"));
    lit = ids.flatMap(of).filter((part) => !part.matches(".ref, .links a"));
    lit.forEach((part) => part.classList.add("on"));
  }
  const idsAt = (node) => {
    const part = node instanceof Element ? node.closest("[data-s]") : null;
    if (!part) return [];
    const ids = part.dataset.s.split(" ");
    return part.matches(".note, a") ? ids : ids.slice(-1);
  };
  document.addEventListener("pointerover", (event) => {
    const ids = idsAt(event.target);
    light(ids.length ? ids : idsAt(document.activeElement));
  });
  document.addEventListener("focusin", (event) => light(idsAt(event.target)));
  document.addEventListener("focusout", () => light([]));

  /* A click on the words leads to who says them; a number and a name are links already. */
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const show = (node, where = "center") =>
    node.scrollIntoView({ block: where, behavior: calm.matches ? "auto" : "smooth" });
  article.addEventListener("click", (event) => {
    if (event.target.closest("a, summary, .why") || String(getSelection())) return;
    const [id] = idsAt(event.target);
    const note = id && byId(`n-${id}`);
    if (note && !event.target.closest(".note")) focusOn(note.querySelector("a"));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const there = link && byId(link.hash.slice(1));
    if (!there) return;
    const inside = there.closest("details");
    if (inside) inside.open = true;
    const next = there.matches(".note") ? there.querySelector("a") : byId(`r-${there.id}`);
    if (!next) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    focusOn(next, there);
  });
  function focusOn(link, there = link) {
    link.focus({ preventScroll: true });
    show(there);
  }

  /* From statement to statement. */
  const order = all(".note").map((note) => note.dataset.s);
  let at = -1;
  document.addEventListener("focusin", (event) => {
    const [id] = idsAt(event.target);
    if (order.includes(id)) at = order.indexOf(id);
  });
  function go(by) {
    if (!order.length) return;
    at = Math.min(Math.max(at + by, 0), order.length - 1);
    focusOn(byId(`n-${order[at]}`).querySelector("a"), byId(order[at]));
  }

  /* Light and dark; nothing is stored. */
  const theme = byId("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const label = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  const turn = () => { root.dataset.theme = isDark() ? "light" : "dark"; label(); };
  theme.hidden = false;
  theme.addEventListener("click", turn);
  dark.addEventListener("change", label);
  label();

  const help = byId("help");
  const keys = byId("keys");
  keys.hidden = false;
  keys.addEventListener("click", () => help.showModal());

  const words = { j: () => go(1), k: () => go(-1), t: turn, "?": () => (help.open ? help.close() : help.showModal()) };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    if (help.open && event.key !== "?") return;
    const act = words[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  /* What was set aside is printed with the rest only where the reader has opened it. */
  if (location.hash) {
    const there = byId(location.hash.slice(1));
    const inside = there?.closest("details");
    if (inside) { inside.open = true; there.scrollIntoView(); }
  }
})();
