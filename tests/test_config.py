"""One table of settings, in step with the class, read from the environment and from keywords."""

from __future__ import annotations

from dataclasses import fields

import pytest

from dragoman.config import TABLE, Settings, load_settings
from dragoman.errors import UsageError


def test_the_table_and_the_class_agree() -> None:
    assert [(s.name, s.default) for s in TABLE] == [(f.name, f.default) for f in fields(Settings)]
    assert all(s.help for s in TABLE)


def test_keywords_win_over_the_environment() -> None:
    environ = {"DRAGOMAN_WORKERS": "4", "DRAGOMAN_HTML_SECONDS": "2.5", "OTHER": "x"}
    assert load_settings(environ).workers == 4
    assert load_settings(environ).html_seconds == 2.5
    assert load_settings(environ, workers=1).workers == 1


@pytest.mark.parametrize("value", ["", "no", "0", "-1", "1.5"])
def test_a_bad_value_is_named(value: str) -> None:
    with pytest.raises(UsageError, match=r"workers=.*expected a number above zero"):
        load_settings({"DRAGOMAN_WORKERS": value})


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(UsageError, match="no setting named 'wrokers'"):
        load_settings({}, wrokers=2)


def test_what_changes_a_record_is_recorded() -> None:
    assert ("max_text_chars", "2000000") in Settings().recorded()
    assert "workers" not in dict(Settings().recorded())
