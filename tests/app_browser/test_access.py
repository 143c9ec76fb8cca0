"""axe-core finds nothing serious on any page, light or dark, wide or narrow."""

from __future__ import annotations

from importlib.resources import files
from importlib.util import find_spec

import pytest

from tests.app.test_pages import addresses
from tests.app_browser.tab import Tab

Room = tuple[Tab, dict[str, str]]

pytestmark = pytest.mark.skipif(
    find_spec("axe_core_python") is None,
    reason="axe-core is not installed: pip install axe-core-python to check the pages with it",
)

FOUND = (
    "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations"
    ".filter(v => v.impact == 'serious' || v.impact == 'critical')"
    ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | ')))"
)


@pytest.mark.parametrize(("width", "dark"), [(1200, False), (360, True)])
def test_nothing_serious(room: Room, width: int, dark: bool) -> None:
    tab, ids = room
    axe = files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
    tab.size(width, dark=dark)
    found = {}
    for address in [*addresses(ids).values(), "/search?what=events", "/search?view=table"]:
        tab.go(address)
        tab.run("[...document.querySelectorAll('details')].forEach(d => { d.open = true; })")
        tab.run(f"{axe}; 0")
        if problems := tab.run(FOUND):
            found[address] = problems
    tab.size(1200)
    assert found == {}
