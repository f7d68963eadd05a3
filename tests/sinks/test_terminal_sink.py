import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewbot.findings import Dropped
from reviewbot.review import Rejected
from reviewbot.sinks.terminal import FEW, TerminalSink, render_text
from sinks import samples
from sinks.hostile import ACTING, COMMAND, hostile

OURS = re.compile(r"\x1b\[[0-9;]*m")


def test_the_whole_report_as_text(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/report.txt", render_text(samples.FULL))


def test_the_whole_report_with_every_dropped_claim(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/report-verbose.txt", render_text(samples.FULL, verbose=True))


def test_the_whole_report_in_colour(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/report-color.txt", render_text(samples.FULL, color=True))


def test_the_whole_report_on_a_narrow_screen(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/report-narrow.txt", render_text(samples.FULL, 60))


def test_a_clean_report_is_short(golden: Callable[[str, str], None]) -> None:
    golden("tests/golden/report-clean.txt", render_text(samples.report()))


def test_colour_changes_no_word() -> None:
    assert OURS.sub("", render_text(samples.FULL, color=True)) == render_text(samples.FULL)


@pytest.mark.parametrize("width", [40, 60, 100, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(map(len, render_text(samples.FULL, width).split("\n"))) <= width


@settings(deadline=None, max_examples=60)  # the first call imports rich
@given(hostile, st.booleans(), st.sampled_from([40, 77, 100]))
def test_no_text_controls_the_terminal_or_the_ci_runner(text: str, color: bool, width: int) -> None:  # noqa: FBT001
    found = samples.finding(
        path=text, cwe=text, title=text, explanation=text, fix=text, quote=text, symbol=text, sources=(text,)
    )
    report = samples.report(
        findings=(found,),
        gaps=(samples.gap(text or "a", (1, 2), kind="failed", by=text, reason=text),),
        dropped=(Dropped(samples.claim(title=text), text, text),),
        rejected=((text, Rejected(text, text)),),
        engines=(text,),
    )
    shown = OURS.sub("", render_text(report, width, color=color, verbose=True))
    assert not ACTING.search(shown)
    assert not COMMAND.search(shown)


def test_a_command_that_wrapping_puts_first_in_a_line_is_disarmed() -> None:
    for shift in range(40):
        found = samples.finding(explanation=f"{'a' * (60 + shift)}::add-mask::e")
        assert not COMMAND.search(render_text(samples.report(findings=(found,))))


def test_markup_is_only_text() -> None:
    assert "[red]x[/red] :tada:" in render_text(
        samples.report(findings=(samples.finding(title="[red]x[/red] :tada:"),))
    )


def test_files_beyond_a_few_are_counted_and_named_on_demand() -> None:
    gaps = tuple(samples.gap(f"f{n}.py", (1, 1), kind="failed") for n in range(FEW + 2))
    assert "and 2 more files" in render_text(samples.report(gaps=gaps))
    assert "f7.py" not in render_text(samples.report(gaps=gaps))
    assert "f7.py" in render_text(samples.report(gaps=gaps), verbose=True)


def test_what_is_no_terminal_gets_no_escape_sequence() -> None:
    page = io.StringIO()
    TerminalSink(page).deliver(samples.FULL)
    assert page.getvalue() == render_text(samples.FULL)
    assert "\x1b" not in page.getvalue()


def test_a_terminal_gets_colour_unless_told_otherwise() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    coloured, plain = Terminal(), Terminal()
    TerminalSink(coloured).deliver(samples.FULL)
    TerminalSink(plain, color=False).deliver(samples.FULL)
    assert "\x1b[" in coloured.getvalue()
    assert "\x1b" not in plain.getvalue()


def test_a_file_gets_plain_text(tmp_path: Path) -> None:
    TerminalSink(tmp_path / "report.txt", verbose=True).deliver(samples.FULL)
    assert (tmp_path / "report.txt").read_text("utf-8") == render_text(samples.FULL, verbose=True)
