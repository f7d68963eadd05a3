import re
from pathlib import Path

import pytest

from reviewbot.errors import SinkError
from reviewbot.findings import Severity
from reviewbot.report import Coverage
from reviewbot.review import Usage
from reviewbot.sinks.action_outputs import ActionOutputsSink, outputs
from sinks import samples
from sinks.hostile import PAYLOADS
from sinks.pages import hostile_report
from sinks.samples import finding


def read(text: str) -> dict[str, str]:
    """As the runner does: a name, a delimiter, lines up to the delimiter."""
    values, lines = {}, iter(text.split("\n"))
    for head in lines:
        if not head:
            continue
        name, _, delimiter = head.partition("<<")
        rows = []
        while (row := next(lines)) != delimiter:
            rows.append(row)
        values[name] = "\n".join(rows)
    return values


def test_what_later_steps_may_ask(tmp_path: Path) -> None:
    file = tmp_path / "output"
    file.write_text("before=1\n")
    ActionOutputsSink(file, {"report-json": Path("/t/report.json")}, lambda: "END").deliver(samples.FULL)
    assert file.read_text() == (
        "before=1\n"
        "verdict<<END\nincomplete\nEND\n"
        "findings<<END\n7\nEND\n"
        "highest-severity<<END\ncritical\nEND\n"
        "cost-usd<<END\n\nEND\n"
        "coverage<<END\n92\nEND\n"
        "report-json<<END\n/t/report.json\nEND\n"
    )


def test_a_clean_report_has_no_severity_and_costs_what_it_cost() -> None:
    assert outputs(samples.report(usage=Usage(2, 1, 0, 1, 0.00214))) == {
        "verdict": "clean",
        "findings": "0",
        "highest-severity": "",
        "cost-usd": "0.002140",
        "coverage": "100",
    }


def test_coverage_is_never_100_while_anything_was_not_read() -> None:
    report = samples.report(coverage=Coverage(100_000, 99_999, 0, 0, 1, 9), gaps=samples.GAPS[3:4])
    assert outputs(report)["coverage"] == "99"
    whole_file = samples.gap("huge.sql", kind="failed", by="source")
    assert outputs(samples.report(gaps=(whole_file,)))["coverage"] == "99"
    skipped = samples.report(coverage=Coverage(50, 0, 0, 50, 0, 0))
    assert outputs(skipped)["coverage"] == "100"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_S16_no_word_of_the_change_is_in_any_output(tmp_path: Path, payload: str) -> None:
    file = tmp_path / "output"
    ActionOutputsSink(file, {}).deliver(hostile_report(f"evil {payload}"))
    values = read(file.read_text())
    assert set(values) == {"verdict", "findings", "highest-severity", "cost-usd", "coverage"}
    assert values["verdict"] in {"clean", "findings", "incomplete"}
    assert values["highest-severity"] in {level.label for level in Severity}
    assert all(re.fullmatch(r"[\d.]*", values[name]) for name in ("findings", "cost-usd", "coverage"))


def test_S16_a_path_cannot_end_its_value(tmp_path: Path) -> None:
    file = tmp_path / "output"
    path = Path("a\nEOF\nverdict=clean\nverdict<<EOF\nclean\nEOF")
    ActionOutputsSink(file, {"report-json": path}).deliver(samples.report(findings=(finding(),)))
    values = read(file.read_text())
    assert values["report-json"] == str(path)
    assert values["verdict"] == "findings"


def test_S16_every_delimiter_is_another(tmp_path: Path) -> None:
    file = tmp_path / "output"
    ActionOutputsSink(file, {}).deliver(samples.report())
    delimiters = re.findall("<<(.*)", file.read_text())
    assert len(set(delimiters)) == len(delimiters) == 5
    assert all(re.fullmatch("reviewbot_[0-9a-f]{32}", one) for one in delimiters)


def test_what_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SinkError, match="Is a directory"):
        ActionOutputsSink(tmp_path, {}).deliver(samples.report())
