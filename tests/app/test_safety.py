"""Who gets in, and what a page may do."""

from __future__ import annotations

import pytest

from tests.app.room import Client

Room = tuple[Client, dict[str, str]]


def test_the_launch_link_works_once_and_then_the_cookie(writing: Room) -> None:
    client, _ = writing
    link = f"/?token={client.keys.launch}"
    assert client.get("/", cookie="").status == 403
    opened = client.get(link, cookie="")
    cookie = opened.headers["set-cookie"]
    assert opened.status == 200 and "HttpOnly" in cookie and "SameSite=strict" in cookie
    assert client.keys.launch not in cookie
    assert client.get(link, cookie="").status == 403
    assert client.get("/").status == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:80", ""])  # fmt: skip
def test_other_hosts_are_refused(reading: Room, host: str) -> None:
    assert reading[0].get("/", host=host).status == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_own_names_are_answered(reading: Room, host: str) -> None:
    assert reading[0].get("/", host=host).status == 200


def test_every_answer_has_the_policy(reading: Room) -> None:
    client, _ = reading
    for address, given in [("/", {}), ("/nothing", {}), ("/static/room.js", {}), ("/", {"cookie": ""})]:  # fmt: skip
        headers = client.get(address, **given).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self';" in policy
        assert "unsafe" not in policy and "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "http://127.0.0.1:9000"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"cookie": ""},
        {"content_length": "20000"},
        {"content_length": ""},
        {"content_length": "-1"},
    ],
)
def test_what_changes_something_must_come_from_our_pages(
    writing: Room, headers: dict[str, str]
) -> None:
    client, ids = writing
    form = {"kind": "outlet", "target": ids["agency"], "value": "X"}
    assert client.post("/correct", form, **headers).status == 403
    assert "0 in force" in client.get("/corrections").text


def test_a_form_without_its_token_changes_nothing(writing: Room) -> None:
    client, ids = writing
    form = {"kind": "outlet", "target": ids["agency"], "value": "X", "token": "guessed"}
    assert client.post("/correct", form).status == 403


def test_pages_are_read_only(reading: Room) -> None:
    client, ids = reading
    assert client.post(f"/article/{ids['agency']}", {}).status == 405
    assert client.get("/correct").status == 405


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", ""])
def test_a_form_leads_back_to_our_pages_only(writing: Room, back: str) -> None:
    client, ids = writing
    form = {"kind": "outlet", "target": ids["agency"], "value": "X", "back": back}
    answer = client.post("/correct", form)
    assert (answer.status, answer.headers["location"]) == (303, "/corrections")


@pytest.mark.parametrize("name", ["../page.py", "..%2fpage.py", ".hidden.js", "room.py", "nothing.css"])  # fmt: skip
def test_only_files_of_ours_are_served(reading: Room, name: str) -> None:
    assert reading[0].get(f"/static/{name}").status == 404


def test_all_files_together_are_small() -> None:
    import gzip
    from importlib.resources import files

    from dragoman.web.app.page import content

    names = [p.name for pkg in ("dragoman.web.app", "dragoman.web") for p in files(pkg).joinpath("static").iterdir()]  # fmt: skip
    assert sum(len(gzip.compress(content(n) or b"")) for n in names) < 100_000
