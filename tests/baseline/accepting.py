"""Reports and baselines to go with them."""

from datetime import date

from hypothesis import strategies as st

from reviewbot.baseline import Baseline, Entry
from reviewbot.diff import Target
from reviewbot.report import Report
from sinks.samples import report

TODAY = date(2026, 11, 26)
SWEEP = Target("sweep", "acme/shop", "", "c" * 40)
IDS = [f"{n:016x}" for n in range(6)]


def entry(number: int = 0, **changes: object) -> Entry:
    values: dict[str, object] = {
        "fingerprint": IDS[number],
        "path": "app/db.py",
        "cwe": "CWE-89",
        "title": "SQL injection by string formatting",
        "reason": "goes with the old page",
        "seen_by": ("model", "static"),
    }
    return Entry(**(values | changes))  # type: ignore[arg-type]


def swept(**changes: object) -> Report:
    return report(target=SWEEP, **changes)


# Lone surrogates are no text; `storable` has seen to them before an entry is made.
texts = st.text(st.characters(codec="utf-8"), max_size=20)
said = texts.filter(str.strip)
entries = st.builds(
    Entry,
    fingerprint=st.sampled_from(IDS),
    path=said,
    cwe=texts,
    title=texts,
    reason=said,
    seen_by=st.lists(texts, min_size=1, max_size=2).map(tuple),
    owner=texts,
    expires=st.none() | st.dates(),
)
baselines = st.lists(entries, max_size=6, unique_by=lambda one: one.fingerprint).map(
    lambda found: Baseline().with_more(found)
)
