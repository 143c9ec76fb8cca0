"use strict";
/* The reader: a fact's characters and its row show each other; `e` goes between, `[` and `]` along. */
import { ranges } from "./ranges.js";
import { on } from "./room.js";

const byId = (id) => document.getElementById(id);
const text = document.querySelector(".reader .text");
const panel = document.querySelector(".panel");
const hash = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; } };
const inText = (id) => { const node = id && byId(id); return node && text.contains(node) ? node : null; };
const typing = (target) => target.matches?.("input:not([type=checkbox]), select, textarea");

/* Mentions by the row of their name. */
const named = new Map();
for (const row of panel.querySelectorAll("[data-mentions]")) {
  const ids = row.dataset.mentions.split(" ").filter(Boolean);
  for (const id of ids) named.set(id, { row, ids });
}
const rowOf = (id) => byId("r-" + id) ?? named.get(id)?.row ?? null;

const mark = (row) => {
  if (!globalThis.CSS?.highlights) return;
  CSS.highlights.delete("fact");
  if (!row?.dataset.s) return;
  const spans = row.dataset.s.split(" ").map((s) => s.split("-").map(Number));
  CSS.highlights.set("fact", new Highlight(...ranges(text, spans)));
};

const focus = (node, block) => {
  if (!node.hasAttribute("tabindex")) node.tabIndex = -1;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block });
};

const open = (node) => {
  for (let up = node; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
};

const arrive = () => {
  const id = hash();
  const there = inText(id);
  for (const old of panel.querySelectorAll(".on")) old.classList.remove("on");
  const row = there ? rowOf(id) : null;
  mark(row);
  if (row) {
    open(row);
    row.classList.add("on");
    row.scrollIntoView({ block: "nearest" });
  }
  const target = there ?? byId(id);
  if (!target || target.matches("main")) return;
  open(target);
  focus(target, "center");
};
addEventListener("hashchange", arrive);
if (location.hash) arrive();

text.addEventListener("click", (event) => {
  const found = event.target.closest("[id]");
  if (found && text.contains(found) && !event.target.closest("a") && getSelection().isCollapsed) location.hash = found.id;
});

/* The text's order: the ids of one name, or of one kind of fact, or all. */
const neighbours = (id) => {
  if (named.has(id)) return named.get(id).ids;
  const list = rowOf(id)?.closest("ol");
  return list
    ? [...list.querySelectorAll(".fact")].map((row) => row.id.slice(2)).filter(inText)
    : [...text.querySelectorAll("[id]")].map((node) => node.id);
};
const along = (step) => {
  const id = inText(hash()) ? hash() : null;
  const ids = neighbours(id ?? "");
  const now = ids.indexOf(id);
  const next = ids[now < 0 ? 0 : (now + step + ids.length) % ids.length];
  if (next) location.hash = next;
};
const between = () => {
  const row = document.activeElement?.closest?.(".fact");
  if (row && panel.contains(row)) {
    const id = row.dataset.mentions ? row.dataset.mentions.split(" ")[0] : row.id.slice(2);
    if (inText(id)) { if (hash() === id) arrive(); else location.hash = id; }
    return;
  }
  const back = rowOf(hash());
  if (back) { open(back); focus(back, "center"); }
};
addEventListener("keydown", (event) => {
  if (!on() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const act = { e: between, "]": () => along(1), "[": () => along(-1) }[event.key];
  if (act) { event.preventDefault(); act(); }
});
