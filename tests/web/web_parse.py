"""Reads a page back with a parser that knows nothing of how it was made."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img"}


class Reader(HTMLParser):
    """Collects elements, and the text of every element with the class `text`, in order.

    Fails where an element ends that is not the innermost open one.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.all_text: list[str] = []
        self._open: list[str] = []
        self._text_depth: int | None = None
        self.feed(html)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag in VOID:
            return
        if "text" in (values.get("class") or "").split():
            self._text_depth = len(self._open)
            self.texts.append("")
        self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open[-1] == tag, (tag, self._open)
        self._open.pop()
        if self._text_depth == len(self._open):
            self._text_depth = None

    def handle_data(self, data: str) -> None:
        if self._text_depth is not None:
            self.texts[-1] += data
        self.all_text.append(data)


def text_content(html: str) -> str:
    """What `textContent` of a fragment is."""
    return Reader(f'<div class="text">{html}</div>').texts[0]
