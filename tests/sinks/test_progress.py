import io

import pytest

from reviewbot.chunks import Row
from reviewbot.review import Review, Unread, Usage
from reviewbot.sinks.progress import ProgressBar
from sinks.samples import chunk

CHUNK = chunk("a.py", Row("+", 1, "x"))
READ = Review(CHUNK, "model", usage=Usage(1, 900, 0, 100, 0.001))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, total: int) -> str:
    with ProgressBar(total, stream) as bar:
        bar.watch(READ)
        bar.watch(Unread(CHUNK, "model", "no answer", Usage(1, 900, 0, 0, 0.001)))
    return stream.getvalue()


def test_a_terminal_sees_what_is_done_what_failed_and_what_it_costs() -> None:
    page = shown(Terminal(), 7)
    assert "2/7" in page
    assert "1 failed, 1,900 tokens, $0.0020" in page


def test_nothing_but_a_terminal_sees_anything() -> None:
    assert shown(io.StringIO(), 7) == ""


def test_few_chunks_need_no_bar() -> None:
    assert shown(Terminal(), 3) == ""


def test_an_engine_without_a_model_costs_nothing_worth_telling() -> None:
    bar = ProgressBar(7, io.StringIO())
    bar.watch(Review(CHUNK, "static"))
    assert bar.state == ""


def interrupt(page: Terminal) -> None:
    with ProgressBar(7, page) as bar:
        bar.watch(READ)
        raise KeyboardInterrupt


def test_the_bar_is_gone_after_an_error() -> None:
    page = Terminal()
    with pytest.raises(KeyboardInterrupt):
        interrupt(page)
    assert page.getvalue().endswith("\x1b[2K")
