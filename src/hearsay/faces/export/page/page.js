"use strict";
(() => {
  const root = document.documentElement;
  const notes = [...document.querySelectorAll(".note")];
  const theme = document.getElementById("theme");
  const keys = document.getElementById("keys");
  const help = document.getElementById("help");
  const dark = () => root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  const name = () => { theme.textContent = dark() ? "Light" : "Dark"; };
  const turn = () => { root.dataset.theme = dark() ? "light" : "dark"; name(); };
  const tell = () => {
    help.hidden = !help.hidden;
    keys.setAttribute("aria-expanded", String(!help.hidden));
  };
  theme.hidden = keys.hidden = false;
  theme.addEventListener("click", turn);
  keys.addEventListener("click", tell);
  name();

  const light = (ids, on) => {
    for (const one of document.querySelectorAll("[data-of]")) {
      const those = one.dataset.of.split(" ");
      if (ids.some((id) => those.includes(id))) one.classList.toggle("hot", on);
    }
  };
  for (const one of document.querySelectorAll("[data-of]")) {
    const ids = one.dataset.of.split(" ");
    one.addEventListener("mouseenter", () => light(ids, true));
    one.addEventListener("mouseleave", () => light(ids, false));
    one.addEventListener("focusin", () => light(ids, true));
    one.addEventListener("focusout", () => light(ids, false));
  }
  for (const one of document.querySelectorAll("main span[data-of]")) {
    one.addEventListener("click", () => {
      const last = one.dataset.of.split(" ").pop();
      const link = document.querySelector(`#n-${last} a`);
      if (link && !String(getSelection())) link.focus();
    });
  }

  const step = (by) => {
    const at = notes.findIndex((note) => note.contains(document.activeElement));
    const next = notes[at < 0 ? (by > 0 ? 0 : notes.length - 1) : at + by];
    if (next) {
      next.querySelector("a").focus();
      next.scrollIntoView({ block: "center" });
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "t") turn();
    else if (event.key === "?") tell();
    else return;
    event.preventDefault();
  });
})();
