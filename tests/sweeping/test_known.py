"""What is kept of a sweep: only what will be the same, and only if it can be believed."""

from dataclasses import dataclass, field, replace

import pytest

from reviewbot.errors import Unavailable
from reviewbot.report import Report
from reviewbot.review import Usage
from reviewbot.sinks.json_report import render_json
from reviewbot.sweeping.batches import Batch
from reviewbot.sweeping.known import Known, is_settled
from sinks import samples
from sweeping.trees import leaf

BATCH = Batch((leaf("app.py"),))
CLEAN = samples.report()


@dataclass
class Shelf:
    """Texts in memory."""

    texts: dict[str, str] = field(default_factory=dict)

    def get(self, key: str) -> str | None:
        return self.texts.get(key)

    def put(self, key: str, text: str) -> None:
        self.texts[key] = text


def gap(by: str, reason: str) -> Report:
    return replace(CLEAN, gaps=(samples.gap("app.py", (1, 2), kind="failed", by=by, reason=reason),))


def test_what_is_told_again_costs_nothing_and_asks_nobody() -> None:
    known = Known(Shelf(), "conditions")
    known.put(BATCH, {}, CLEAN)
    again = known.get(BATCH, {})
    assert again is not None
    assert again.usage == Usage()
    assert again.coverage.cached == CLEAN.coverage.reviewed
    assert again.findings == CLEAN.findings


def test_other_conditions_marks_or_files_are_not_known() -> None:
    shelf = Shelf()
    Known(shelf, "conditions").put(BATCH, {}, CLEAN)
    assert Known(shelf, "others").get(BATCH, {}) is None
    assert Known(shelf, "conditions").get(BATCH, {"app.py": "generated"}) is None
    assert Known(shelf, "conditions").get(Batch((leaf("app.py", blob="c"),)), {}) is None


@pytest.mark.parametrize("text", ["", "{}", "null", render_json(CLEAN).replace("clean", "findings")])
def test_what_is_no_report_is_not_believed(text: str) -> None:
    shelf = Shelf({BATCH.key("conditions", {}): text})
    assert Known(shelf, "conditions").get(BATCH, {}) is None


@pytest.mark.parametrize(
    "report",
    [
        CLEAN,
        gap("static/ruff", "does not parse: expected an expression (line 2)"),
        gap("static/rules", "too large for the rules: 3,000,000 characters"),
        gap("policy", "generated"),
    ],
)
def test_what_lies_in_the_file_is_kept(report: Report) -> None:
    shelf = Shelf()
    Known(shelf, "conditions").put(BATCH, {}, report)
    assert is_settled(report)
    assert len(shelf.texts) == 1


@pytest.mark.parametrize(
    "report",
    [
        gap("model", "the server did not answer within 60 s"),
        gap("model", "the reply does not parse"),
        gap("static/secrets", "the search for secrets did not end within 60 s"),
        gap("sweep", "no worker could read it: killed"),
        replace(CLEAN, errors=(Unavailable("no key", ""),)),
        replace(CLEAN, findings=(samples.finding(verified="unverified"),)),
    ],
)
def test_what_another_try_may_mend_is_not_kept(report: Report) -> None:
    shelf = Shelf()
    Known(shelf, "conditions").put(BATCH, {}, report)
    assert not shelf.texts


def test_without_a_place_nothing_is_kept() -> None:
    known = Known(None, "conditions")
    known.put(BATCH, {}, CLEAN)
    assert known.get(BATCH, {}) is None
