"""Two hundred payloads in every field run nothing, ask for nothing, and are shown as they stand."""

from __future__ import annotations

from tests.app_browser.hostile import NUMBER, PAYLOADS
from tests.app_browser.tab import Tab

Room = tuple[Tab, dict[str, str]]


def pages(ids: dict[str, str]) -> list[str]:
    """Lists that show every payload, and one page of each kind."""
    lists = [
        f"/search?what={what}&page={page}"
        for what in ("articles", "quotations", "events")
        for page in range(1, NUMBER // 25 + 1)
    ]
    return [
        *lists,
        "/search?view=table",
        "/",
        "/stories",
        "/differences",
        "/about",
        "/help",
        f"/story/{ids['story']}",
        f"/story/{ids['story']}?view=table",
        f"/article/{ids['article']}",
        f"/article/{ids['article']}?view=table",
        f"/event/{ids['event']}",
        f"/origin/{ids['origin']}",
        f"/entity/{ids['entity']}",
        f"/dyad/{ids['entity']}/{ids['entity']}",
        f"/compare/{ids['article']}/{ids['other']}",
        f"/explain/{ids['quotation']}",
        f"/explain/{ids['article']}",
    ]


def test_payloads_in_the_record_run_nothing(hostile_room: Room) -> None:
    tab, ids = hostile_room
    seen: set[str] = set()
    for address in pages(ids):
        page = tab.go(address)
        assert tab.run("typeof window.pwned") == "undefined", address
        assert page.complaints == [], (address, page.complaints[:2])
        strange = [r for r in page.requests if not r.startswith((f"{tab.base}/", "data:,"))]
        assert strange == [], address
        assert tab.run("document.scripts.length") <= 3, address
        text = " ".join(tab.text().split())
        seen |= {p for p in PAYLOADS if _start(p) in text}
    assert len(seen) == NUMBER


def _start(payload: str) -> str:
    """So much of a payload as no control character interrupts."""
    return " ".join(payload.split("\x00")[0].split("\u202e")[0].split())[:60]


def test_payloads_in_the_address_run_nothing(hostile_room: Room) -> None:
    from urllib.parse import quote

    tab, _ = hostile_room
    for payload in PAYLOADS[::5]:
        for name in ("q", "outlet", "place", "entity"):
            page = tab.go(f"/search?{name}={quote(payload)}")
            assert tab.run("typeof window.pwned") == "undefined", (name, payload)
            assert [c for c in page.complaints if "status of 400" not in c] == []
            break
    tab.go(f"/{quote('<script>pwned=1</script>')}")
    assert tab.run("typeof window.pwned") == "undefined"


def test_links_out_are_web_addresses_only(hostile_room: Room) -> None:
    tab, ids = hostile_room
    for address in pages(ids)[:9] + pages(ids)[-9:]:
        tab.go(address)
        schemes = tab.run("[...new Set([...document.links].map(a => a.protocol))]")
        assert set(schemes) <= {"http:", "https:"}, address
