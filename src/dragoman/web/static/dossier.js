"use strict";
/* Stands behind ranges.js in one script: a file opened from disk can't import modules. */
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const hash = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; } };

  /* The whole fact is marked where the browser can: speaker, cue and all, beyond the target itself. */
  const mark = () => {
    if (!globalThis.CSS?.highlights) return;
    CSS.highlights.delete("fact");
    const target = byId(hash());
    const text = target?.closest(".text");
    const row = text && byId("r-" + target.id);
    if (!row?.dataset.s) return;
    const spans = row.dataset.s.split(" ").map((s) => s.split("-").map(Number));
    CSS.highlights.set("fact", new Highlight(...ranges(text, spans)));
  };

  /* Old browsers don't open what holds a target. */
  const reveal = () => {
    for (let node = byId(hash()); node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  };

  let from = null;
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link && link.closest("main") && !link.matches(".b, .up a")) from = link;
  });
  const arrive = () => {
    reveal();
    mark();
    const target = byId(hash());
    if (!target || target.matches("main")) return;
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    const show = () => target.scrollIntoView({ block: target.closest(".text, .facts") ? "center" : "start" });
    show();
    /* In a long page the parts around the target are laid out only now, and move it. */
    if (document.body.matches(".large")) requestAnimationFrame(() => requestAnimationFrame(show));
  };
  addEventListener("hashchange", arrive);
  addEventListener("load", () => { if (location.hash) arrive(); });

  /* j and k work only while a list or a text has the focus, so they can't surprise. */
  const move = (place, step) => {
    const reader = place.matches(".text");
    const items = $$(reader ? "[id]" : ".facts > li:not([hidden]) .hit", place);
    const now = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[Math.min(items.length - 1, Math.max(0, now + step))];
    if (!next) return;
    if (reader) location.hash = next.id;
    else { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "center" }); }
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input")) return;
    const place = event.target.closest?.(".sec, .text");
    if (place && (event.key === "j" || event.key === "k")) move(place, event.key === "j" ? 1 : -1);
    if (event.key === "Escape" && from && hash()) {
      const back = from;
      from = null;
      back.focus({ preventScroll: true });
      back.scrollIntoView({ block: "center" });
    }
  });

  const filter = byId("filter");
  if (filter) {
    const rows = $$(".facts > li");
    const status = $(".filter [role=status]");
    const words = new Map();
    const run = () => {
      const wanted = filter.value.trim().toLocaleLowerCase();
      let shown = 0;
      for (const row of rows) {
        if (!words.has(row)) words.set(row, row.textContent.toLocaleLowerCase());
        row.hidden = !words.get(row).includes(wanted);
        shown += row.hidden ? 0 : 1;
      }
      for (const group of $$(".grp")) group.hidden = !$(".facts > li:not([hidden])", group);
      status.textContent = wanted ? `${shown} of ${rows.length}` : "";
    };
    let wait = 0;
    filter.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(run, 120); });
    filter.closest("p").hidden = false;
  }
  const keys = $(".keys");
  if (keys && $(".facts")) keys.hidden = false;

  /* Paper can't be clicked: everything is open while printing. */
  let closed = [];
  addEventListener("beforeprint", () => { closed = $$("details:not([open])"); closed.forEach((d) => { d.open = true; }); });
  addEventListener("afterprint", () => { closed.forEach((d) => { d.open = false; }); closed = []; });
})();
