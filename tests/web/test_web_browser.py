"""The page in a real browser: nothing is loaded, nothing complains, links and keys work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from web_browser import Browser, chromium
from web_fake import FIRST, SECOND, FakeStore, sample
from web_hostile import TEXT, hostile

from dragoman.ids import make_id
from dragoman.web.dossier import write_dossier

pytestmark = pytest.mark.skipif(
    chromium() is None, reason="no Chromium here: install chromium to try the page in a browser"
)

TEXTS = "[...document.querySelectorAll('.text')].map(e => e.textContent)"
SAID = make_id(
    "quotation",
    next(a.id for a in sample().articles() if a.text == FIRST),
    '"We will talk when the bridge is open,"',
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as started:
        yield started


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "dossier.html"
    write_dossier(sample(), path)
    return path


def test_only_the_file_itself_is_loaded_and_nothing_complains(
    browser: Browser, dossier: Path
) -> None:
    page = browser.open(dossier)
    assert page.requests[-1:] == [dossier.as_uri()]
    assert {r for r in page.requests if r != "about:blank"} == {dossier.as_uri()}
    assert page.complaints == []
    assert browser.run(TEXTS) == [FIRST, SECOND]


def test_a_hostile_record_runs_nothing_and_keeps_its_text(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    write_dossier(hostile(), path)
    page = browser.open(path)
    assert {r for r in page.requests if r != "about:blank"} == {path.as_uri()}
    assert page.complaints == []
    assert browser.run("window.pwned") is None
    assert browser.run(TEXTS) == [TEXT.replace("\x00", "\ufffd")] * 2


def test_a_click_on_the_evidence_shows_it_and_the_back_link_returns(
    browser: Browser, dossier: Path
) -> None:
    browser.open(dossier)
    browser.run(f"document.querySelector('#r-{SAID} .hit').click()")
    browser.wait(f"document.activeElement.id == '{SAID}'")
    assert browser.run("document.querySelector(':target').id") == SAID
    shown = "(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector(':target').getBoundingClientRect())"
    assert browser.run(shown)
    assert browser.run("CSS.highlights.get('fact').size") == 4
    marked = "[...CSS.highlights.get('fact')].map(r => r.toString())"
    assert "council leader Mara Ilves" in browser.run(marked)
    back = "document.querySelector(':target + .b')"
    assert browser.run(f"getComputedStyle({back}).display") != "none"
    browser.run(f"{back}.click()")
    browser.wait(f"document.activeElement.id == 'r-{SAID}'")
    assert browser.run("document.querySelector(':target').id") == f"r-{SAID}"


def test_escape_goes_back_to_the_link_that_was_followed(browser: Browser, dossier: Path) -> None:
    browser.open(dossier)
    browser.run(f"document.querySelector('#r-{SAID} .hit').focus()")
    browser.key("Enter", 13)
    browser.wait(f"document.activeElement.id == '{SAID}'")
    browser.key("Escape", 27)
    assert browser.run("document.activeElement.closest('li')?.id") == f"r-{SAID}"


def test_j_and_k_move_through_rows_only_while_a_list_has_the_focus(
    browser: Browser, dossier: Path
) -> None:
    browser.open(dossier)
    hits = "[...document.querySelectorAll('#quotations .hit')]"
    focused = f"{hits}.indexOf(document.activeElement)"
    browser.key("j", 74)
    assert browser.run(focused) == -1
    browser.run(f"{hits}[0].focus()")
    browser.key("j", 74)
    assert browser.run(focused) == 1
    browser.key("k", 75)
    assert browser.run(focused) == 0


def test_a_check_box_hides_a_kind_without_the_script(browser: Browser, dossier: Path) -> None:
    browser.open(dossier)
    style = f"getComputedStyle(document.getElementById('{SAID}')).boxShadow"
    assert browser.run(style) != "none"
    browser.run("document.getElementById('k-q').click()")
    assert browser.run(style) == "none"


def test_the_filter_shows_rows_that_contain_the_words(browser: Browser, dossier: Path) -> None:
    browser.open(dossier)
    rows = "[...document.querySelectorAll('.facts > li')].filter(r => !r.hidden).length"
    before = browser.run(rows)
    browser.run(
        "(f => { f.value = 'RETOLD NOWHERE'; f.dispatchEvent(new Event('input')); })"
        "(document.getElementById('filter'))"
    )
    browser.run("new Promise(done => setTimeout(done, 300))")
    assert before > 5
    assert browser.run(rows) == 0


@pytest.mark.parametrize("width", [320, 360, 900, 1400])
@pytest.mark.parametrize("store", [sample, hostile])
def test_no_width_scrolls_sideways(
    browser: Browser, tmp_path: Path, width: int, store: Callable[[], FakeStore]
) -> None:
    write_dossier(store(), tmp_path / "d.html")
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=800,
        deviceScaleFactor=1,
        mobile=False,
    )
    browser.open(tmp_path / "d.html")
    assert browser.run("document.documentElement.scrollWidth") <= width
    browser.call("Emulation.clearDeviceMetricsOverride")


def test_without_scripts_the_page_is_whole(browser: Browser, dossier: Path) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page = browser.open(dossier, fragment=SAID)
        assert page.complaints == []
        assert browser.run("document.querySelector(':target').id") == SAID
        assert browser.run("document.querySelector('.filter').hidden") is True
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)
