"use strict";
/* Keys that work on every page. They only move the focus or follow a link that is there for the mouse. */
const SWITCH = "dragoman-keys";
const stored = () => { try { return localStorage.getItem(SWITCH); } catch { return null; } };
const store = (value) => { try { localStorage.setItem(SWITCH, value); } catch { /* not kept then */ } };
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
export const on = () => stored() !== "off";

const typing = (target) => target.matches?.("input:not([type=checkbox]), select, textarea, [contenteditable]");
const shown = (node) => node.getClientRects().length > 0;

/* Rows of the page: facts of the panel in the reader, results elsewhere. */
const rows = () => $$(".panel").length ? $$(".panel .fact").filter(shown) : $$(".result").filter(shown);
const current = (items) => items.findIndex((item) => item.contains(document.activeElement));
const move = (step) => {
  const items = rows();
  const now = current(items);
  const next = items[now < 0 ? (step > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, now + step))];
  if (!next) return;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
};
const evidence = () => {
  const row = document.activeElement?.closest?.(".result") ?? rows()[0];
  (row && ($(".ev a.hit, a.src", row) ?? $("a", row)))?.click();
};

const keys = {
  "/": () => { const box = $("#q"); box?.focus(); box?.select(); },
  "?": () => { location.assign("/help"); },
  j: () => move(1),
  k: () => move(-1),
};
addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
  if (typing(event.target)) return;
  if (event.key === "Enter" && document.activeElement?.matches(".result, .fact")) {
    $("a", document.activeElement)?.click();
    return;
  }
  if (!on()) return;
  const act = keys[event.key] ?? (event.key === "e" && !$(".reading") ? evidence : null);
  if (act) { event.preventDefault(); act(); }
});

const box = $("#keys-on");
if (box) {
  box.disabled = false;
  box.checked = on();
  box.addEventListener("change", () => store(box.checked ? "on" : "off"));
}

/* On a small screen the filters are folded, so that what was found comes first. */
const filters = $(".filters");
if (filters && matchMedia("(max-width: 62rem)").matches) filters.open = false;

/* A form's empty fields stay out of the address. */
for (const form of $$("form[action='/search']")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && !field.value.trim()) field.disabled = true;
    setTimeout(() => { for (const field of form.elements) field.disabled = false; }, 0);
  });
}

/* Paper can't be clicked: everything is open while printing. */
let closed = [];
addEventListener("beforeprint", () => { closed = $$("details:not([open])"); closed.forEach((d) => { d.open = true; }); });
addEventListener("afterprint", () => { closed.forEach((d) => { d.open = false; }); closed = []; });
