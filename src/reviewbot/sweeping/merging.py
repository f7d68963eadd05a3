"""Reports of several jobs made one: shards of one sweep, or sweeps of several repositories."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from reviewbot.errors import UsageError
from reviewbot.joined import join, side_by_side
from reviewbot.report import Report
from reviewbot.spans import Gap, GapKind
from reviewbot.sweeping.reading import BY
from reviewbot.sweeping.scope import Shard


def merge(reports: Iterable[Report]) -> Report:
    """One report of all; a shard that is missing is a gap.

    Raises:
        UsageError: two are about the same part, or shards do not belong together.
    """
    every = tuple(reports)
    wide = [report for report in every if report.target.repositories]
    by_repo = sorted(
        (report for report in every if not report.target.repositories), key=lambda report: report.target.repo
    )
    alone = [_whole(list(group)) for _, group in groupby(by_repo, lambda report: report.target.repo)]
    wholes = [*wide, *alone]
    if len(wholes) == 1:
        return wholes[0]
    merged = side_by_side((report.target.repo, report) for report in wholes)
    for name, count in Counter(merged.target.repositories).items():
        if count > 1:
            raise UsageError(f"the reports on {name!r} overlap", "give one report on each repository")
    return merged


def _whole(parts: Sequence[Report]) -> Report:
    """The report of one repository, from its shards or as it is."""
    (target, *others) = (replace(part.target, shard="") for part in parts)
    if any(other != target for other in others):
        raise UsageError(
            f"the reports are about several commits of {target.repo!r}, or about other files of it",
            "merge the shards of one sweep; repositories without an address are told apart by their folders",
        )
    if len(parts) == 1 and not parts[0].target.shard:
        return parts[0]
    shards = Counter(Shard.parse(part.target.shard) if part.target.shard else Shard() for part in parts)
    of = {shard.of for shard in shards}
    if len(of) > 1 or max(shards.values()) > 1:
        raise UsageError(
            f"the reports on {target.repo!r} overlap", "give each shard of one sweep once: 1/4, 2/4, 3/4, 4/4"
        )
    (count,) = of
    there = {shard.number for shard in shards}
    missing = (Shard(number, count) for number in range(1, count + 1) if number not in there)
    in_order = sorted(parts, key=lambda part: Shard.parse(part.target.shard).number)
    return join(target, in_order, [_gap(shard) for shard in missing])


def _gap(shard: Shard) -> Gap:
    return Gap(".", (), GapKind.FAILED, BY, f"there is no report of shard {shard}")
