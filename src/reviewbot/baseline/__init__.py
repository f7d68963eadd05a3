"""What people have decided to live with: findings that are known, each with the reason, in one file."""

from reviewbot.baseline.entries import FILE, NOTHING_ACCEPTED, Baseline, Entry, entry_of
from reviewbot.baseline.file_form import read_baseline, render_baseline
from reviewbot.baseline.judging import ACCEPTED, Judgement, judge, suppress

__all__ = [
    "ACCEPTED",
    "FILE",
    "NOTHING_ACCEPTED",
    "Baseline",
    "Entry",
    "Judgement",
    "entry_of",
    "judge",
    "read_baseline",
    "render_baseline",
    "suppress",
]
