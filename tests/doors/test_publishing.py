"""Colour goes to terminals that can show it, to people who want it."""

import io

import pytest

from reviewbot.doors.publishing import in_color


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "colored"),
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)],
)
def test_colour_follows_the_terminal_and_the_person(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], *, colored: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert in_color(Terminal()) is colored
    assert in_color(io.StringIO()) is False
