"use strict";
/* Dragging over the bars of a histogram goes to the days from the first bar to the last. */
for (const figure of document.querySelectorAll(".hist[data-brush]")) {
  const svg = figure.querySelector("svg");
  const bars = [...svg.querySelectorAll("a[data-day]")];
  let from = -1, to = -1, dragged = false;

  const at = (event) => {
    const box = svg.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width;
    return Math.min(bars.length - 1, Math.max(0, Math.floor(x * bars.length)));
  };
  const show = () => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    bars.forEach((bar, i) => bar.classList.toggle("within", from >= 0 && i >= low && i <= high));
  };
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = to = at(event);
    dragged = false;
  });
  svg.addEventListener("pointermove", (event) => {
    if (from < 0) return;
    to = at(event);
    if (to !== from && !dragged) { dragged = true; svg.setPointerCapture(event.pointerId); }
    show();
  });
  svg.addEventListener("pointerup", () => {
    if (dragged) {
      const [low, high] = [Math.min(from, to), Math.max(from, to)];
      const there = new URL(bars[low].href.baseVal, location.href);
      there.searchParams.set("until", new URL(bars[high].href.baseVal, location.href).searchParams.get("until"));
      location.assign(there);
    }
    from = -1;
    show();
  });
  svg.addEventListener("pointercancel", () => { from = -1; show(); });
  svg.addEventListener("click", (event) => { if (dragged) { event.preventDefault(); dragged = false; } }, true);
}
