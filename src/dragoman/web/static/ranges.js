"use strict";
/* Places in the text nodes of an article for spans of code points: offsets count code points, the DOM
   counts UTF-16. The dossier and the reading room use it. */
export const ranges = (text, spans) => {
  const edges = [...new Set(spans.flat())].sort((a, b) => a - b);
  const at = new Map();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let count = 0, next = 0;
  for (let node = walker.nextNode(); node && next < edges.length; node = walker.nextNode()) {
    let unit = 0;
    for (const point of node.data) {
      while (next < edges.length && edges[next] === count) at.set(edges[next++], [node, unit]);
      unit += point.length;
      count += 1;
    }
    while (next < edges.length && edges[next] === count) at.set(edges[next++], [node, unit]);
  }
  return spans.filter(([a, b]) => at.has(a) && at.has(b)).map(([a, b]) => {
    const range = new Range();
    range.setStart(...at.get(a));
    range.setEnd(...at.get(b));
    return range;
  });
};
