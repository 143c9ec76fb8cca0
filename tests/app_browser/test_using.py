"""What a user does: open, search, follow evidence, compare, correct; by mouse and by keys alone."""

from __future__ import annotations

import pytest

from tests.app.room import MAYOR, STORY
from tests.app.test_pages import addresses
from tests.app_browser.tab import Tab

Room = tuple[Tab, dict[str, str]]


def test_every_page_loads_from_this_server_only_and_complains_of_nothing(room: Room) -> None:
    tab, ids = room
    for address in addresses(ids).values():
        page = tab.go(address)
        assert page.complaints == [], address
        strangers = [r for r in page.requests if not r.startswith((tab.base + "/", "data:"))]
        assert strangers == [] and len(page.requests) >= 4, address


def test_searching_with_the_mouse(room: Room) -> None:
    tab, _ = room
    tab.go("/")
    tab.run("document.querySelector('#q').focus()")
    tab.type("photographs")
    tab.click(".find button")
    assert tab.here == "/search?q=photographs"
    assert "1 article" in tab.text() and "Valley Post" in tab.text()
    tab.click(".result h3 a")
    assert "Our reader photographs" in tab.text()


def test_filters_leave_only_what_was_chosen_in_the_address(room: Room) -> None:
    tab, _ = room
    tab.go("/search?q=river")
    tab.leave(
        "(() => { const f = document.querySelector('#filters'); f.outlet.value = 'Valley Post';"
        " f.requestSubmit(); })()"
    )
    assert tab.here == "/search?q=river&outlet=Valley%20Post".replace("%20", "+")
    assert "1 article" in tab.text()
    tab.click(".chip[href='/search?q=river']")
    assert "2 articles" in tab.text()


def test_following_evidence_to_its_characters_and_back(room: Room) -> None:
    tab, ids = room
    tab.go("/search?what=quotations")
    tab.click(".ev a.hit")
    tab.browser.wait("!!document.querySelector('.text :target')")
    assert tab.here.startswith(f"/article/{ids['agency']}#quo-")
    assert tab.run("document.querySelector('.text :target').textContent") == "We have no road left,"
    assert tab.run("document.querySelector('.panel .on').innerText").startswith("she told")
    marked = "[...CSS.highlights.get('fact')].map(r => r.toString())"
    assert tab.run(marked) == ["We have no road left,", "she", "told"]
    assert tab.run("(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('.text :target').getBoundingClientRect())")  # fmt: skip


def test_the_texts_characters_are_untouched(room: Room) -> None:
    from tests.app.room import AGENCY, ARABIC

    tab, ids = room
    for name, text in (("agency", AGENCY), ("arabic", ARABIC)):
        tab.go(f"/article/{ids[name]}")
        assert tab.run("document.querySelector('.text').textContent") == text
    assert tab.run("getComputedStyle(document.querySelector('.text')).direction") == "rtl"


def test_kinds_of_marks_can_be_hidden(room: Room) -> None:
    tab, ids = room
    tab.go(f"/article/{ids['agency']}")
    shown = "getComputedStyle(document.querySelector('.text .q')).backgroundColor"
    before = tab.run(shown)
    tab.run("document.querySelector('#k-q').click()")
    assert tab.run(shown) != before


def test_who_first_reported_a_figure_who_copied_it_and_what_they_changed(room: Room) -> None:
    tab, ids = room
    tab.go(f"/story/{STORY}")
    tab.click(f".firsts a[href='/compare/{ids['agency']}/{ids['copy']}']")
    text = tab.text()
    assert "Senn Agency, for the source" in text
    assert tab.run("[...document.querySelectorAll('.diff')].map(d => d.textContent)") == ["At least", "About"]  # fmt: skip
    assert "no road left" in tab.run("[...document.querySelectorAll('.pair2.first')].map(d => d.innerText).join()")  # fmt: skip
    assert "photographs" in tab.run("[...document.querySelectorAll('.pair2.second')].map(d => d.innerText).join()")  # fmt: skip


def test_naming_an_outlet_and_undoing_it(room: Room) -> None:
    tab, ids = room
    tab.go(f"/article/{ids['arabic']}")
    tab.run("document.querySelector('.set-right').open = true")
    tab.run("document.querySelector(\".correct input[value='outlet'] ~ label input\").focus()")
    tab.type("<b>The Valley</b>")
    tab.leave("document.querySelector(\".correct:has(input[value='outlet']) button\").click()")
    assert tab.here == f"/article/{ids['arabic']}"
    assert "Outlet named by a user: <b>The Valley</b>" in tab.text()
    tab.click(".undo button")
    assert "Outlet named by a user" not in tab.text() and "Al Wadi" in tab.text()


def test_dragging_over_the_bars_narrows_the_days(room: Room) -> None:
    tab, _ = room
    tab.size(1200)
    tab.go("/search")
    box = tab.run("(r => [r.left, r.top, r.width, r.height])(document.querySelector('.hist svg').getBoundingClientRect())")  # fmt: skip
    left, y, third = box[0], box[1] + box[3] / 2, box[2] / 3
    tab.run("window.left = true")
    tab.mouse("mousePressed", left + third / 2, y)
    tab.mouse("mouseMoved", left + third * 1.5, y)
    tab.mouse("mouseReleased", left + third * 1.5, y)
    tab.arrive()
    assert tab.here == "/search?since=2024-05-03&until=2024-05-04"
    assert "3 articles" in tab.text()


# ---------------------------------------------------------------- keys alone


def test_keys_alone_from_the_first_page_to_the_evidence(room: Room) -> None:
    tab, ids = room
    tab.go("/")
    tab.press("/")
    assert tab.run("document.activeElement.id") == "q"
    tab.type("Oltava")
    tab.press("Enter", leads=True)
    tab.press("j", "j")
    assert tab.run("document.querySelectorAll('.result')[1].matches(':focus')")
    tab.press("k")
    assert tab.run("document.querySelectorAll('.result')[0].matches(':focus')")
    wanted = tab.run("document.querySelector('.result:focus a').getAttribute('href')")
    tab.press("Enter", leads=True)
    assert tab.here == wanted
    tab.go(f"/article/{ids['agency']}")
    tab.press("j")
    while not tab.run("document.activeElement.id.startsWith('r-quo')"):
        tab.press("j")
    tab.press("e")
    tab.browser.wait("document.activeElement.closest('.text') !== null")
    assert tab.run("document.activeElement.textContent") == "We have no road left,"
    tab.press("e")
    tab.browser.wait("document.activeElement.closest('.panel') !== null")
    tab.press("?", leads=True)
    assert tab.here == "/help"


def test_keys_alone_to_who_copied_a_figure_and_what_they_changed(room: Room) -> None:
    tab, ids = room

    def tab_to(selector: str) -> None:
        for _ in range(60):
            if tab.run(f"document.activeElement.matches({selector!r})"):
                return
            tab.press("Tab")
        raise AssertionError(selector)

    tab.go("/")
    tab.press("j")
    tab.press("Enter", leads=True)
    assert tab.here == f"/story/{STORY}"
    tab_to(".inside a[href='#figures']")
    tab.press("Enter")
    tab_to(".took a")
    row = tab.run("document.activeElement.closest('tr').innerText")
    assert "Senn Agency" in row and "words it ‘About 40’" in row
    tab.press("Enter", leads=True)
    assert tab.here == f"/compare/{ids['agency']}/{ids['copy']}"


def test_brackets_go_through_the_mentions(room: Room) -> None:
    tab, ids = room
    tab.go(f"/article/{ids['agency']}")
    first = tab.run("document.querySelector('.text [id]').id")
    tab.press("]")
    tab.browser.wait(f"location.hash == '#{first}'")
    tab.press("]")
    tab.browser.wait(f"location.hash != '#{first}'")
    tab.press("[")
    tab.browser.wait(f"location.hash == '#{first}'")


def test_keys_can_be_switched_off(room: Room) -> None:
    tab, _ = room
    tab.go("/help")
    tab.run("document.querySelector('#keys-on').click()")
    tab.go("/search")
    tab.press("/", "j")
    assert tab.run("document.activeElement === document.body")
    tab.go("/help")
    assert tab.run("document.querySelector('#keys-on').checked") is False
    tab.run("document.querySelector('#keys-on').click()")


def test_everything_that_can_be_clicked_can_be_reached_by_tab(room: Room) -> None:
    tab, _ = room
    tab.go(f"/entity/{MAYOR}")
    unreachable = "[...document.querySelectorAll('main a[href], main button, main input, main summary')].filter(e => e.tabIndex < 0 && !e.closest('.hist')).length"  # fmt: skip
    assert tab.run(unreachable) == 0


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_no_page_is_wider_than_the_window(room: Room, width: int) -> None:
    tab, ids = room
    tab.size(width)
    for address in addresses(ids).values():
        for form in ("", "view=table"):
            joined = ("&" if "?" in address else "?") + form if form else ""
            tab.go(address + joined)
            assert tab.run("document.documentElement.scrollWidth") <= width, (address, form)
    tab.size(1200)
