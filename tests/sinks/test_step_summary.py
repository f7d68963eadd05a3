from pathlib import Path

import pytest

from reviewbot.errors import SinkError
from reviewbot.sinks.markdown_page import Page
from reviewbot.sinks.step_summary import LIMIT, StepSummarySink
from sinks import samples
from sinks.samples import finding


def test_the_page_is_appended_to_what_is_there(tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_text("# tests\n\n")
    StepSummarySink(file).deliver(samples.report())
    assert file.read_text().startswith("# tests\n\n## No issues found in 12 changed lines\n")


def test_it_asks_for_the_rest_of_the_page_only_when_it_delivers(tmp_path: Path) -> None:
    remarks: list[str] = []
    sink = StepSummarySink(tmp_path / "summary.md", lambda: Page(remarks=tuple(remarks)))
    remarks.append("No comment was posted.")
    sink.deliver(samples.report())
    assert "> - No comment was posted." in (tmp_path / "summary.md").read_text()


@pytest.mark.parametrize("char", ["x", "\u6f22", "\U0001f600"])
def test_the_file_stays_below_what_github_takes(tmp_path: Path, char: str) -> None:
    file = tmp_path / "summary.md"
    file.write_bytes(b"x" * 200_000)
    found = tuple(finding(title=f"{char * 150} {n}", explanation=char * 900) for n in range(2_000))
    StepSummarySink(file).deliver(samples.report(findings=found))
    assert 700_000 < file.stat().st_size <= LIMIT
    assert "more findings in the full report" in file.read_text()


def test_without_any_room_it_says_so(tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_bytes(b"x" * LIMIT)
    with pytest.raises(SinkError, match="no room left"):
        StepSummarySink(file).deliver(samples.report())
    assert file.stat().st_size == LIMIT


def test_S22_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SinkError, match="runner's file"):
        StepSummarySink(tmp_path / "link").deliver(samples.report())
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SinkError, match="No such file"):
        StepSummarySink(tmp_path / "none" / "summary.md").deliver(samples.report())
