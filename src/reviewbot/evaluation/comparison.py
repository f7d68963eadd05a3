"""What became better or worse since an earlier evaluation, by the cases that both have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewbot.evaluation.figures import Figures, count
from reviewbot.evaluation.scoring import Alarm, Mark, Score


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one case."""

    case: str
    fixed: tuple[Mark, ...]
    newly_missed: tuple[Mark, ...]
    new_alarms: tuple[Alarm, ...]
    gone_alarms: tuple[Alarm, ...]

    def __bool__(self) -> bool:
        return bool(self.fixed or self.newly_missed or self.new_alarms or self.gone_alarms)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures before and after, over the cases of both; the others are only named."""

    before: Figures
    after: Figures
    changes: tuple[Change, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]

    @property
    def fell(self) -> bool:
        """Whether F1 is lower than it was."""
        return (self.after.f1 or 0.0) < (self.before.f1 or 0.0)


def compare(before: Iterable[Score], after: Iterable[Score]) -> Comparison:
    """Set two evaluations side by side."""
    old, new = ({score.name: score for score in scores} for scores in (before, after))
    both = sorted(old.keys() & new.keys())
    changes = (_change(old[name], new[name]) for name in both)
    return Comparison(
        count(old[name] for name in both),
        count(new[name] for name in both),
        tuple(change for change in changes if change),
        tuple(sorted(old.keys() - new.keys())),
        tuple(sorted(new.keys() - old.keys())),
    )


def _change(old: Score, new: Score) -> Change:
    was, now = _by_label(old.marks), _by_label(new.marks)
    both = [label for label in now if label in was]
    return Change(
        new.name,
        tuple(now[label] for label in both if _missed(was[label]) and not _missed(now[label])),
        tuple(now[label] for label in both if _missed(now[label]) and not _missed(was[label])),
        _others(new.alarms, old.alarms),
        _others(old.alarms, new.alarms),
    )


def _by_label(marks: Sequence[Mark]) -> dict[tuple[str, str, str], Mark]:
    return {(mark.path, mark.quote, mark.family): mark for mark in marks}


def _missed(mark: Mark) -> bool:
    return mark.line is None


def _others(alarms: Sequence[Alarm], known: Sequence[Alarm]) -> tuple[Alarm, ...]:
    ids = {alarm.sighting.id for alarm in known}
    return tuple(alarm for alarm in alarms if alarm.sighting.id not in ids)
