"""Many reports made one: of the parts of a repository, of shards, of repositories."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, replace
from hashlib import sha256
from itertools import chain

from reviewbot.diff import Target
from reviewbot.errors import Unavailable
from reviewbot.findings import Dropped, Finding
from reviewbot.report import Coverage, Facts, Report
from reviewbot.review import Rejected, Usage
from reviewbot.spans import Gap, Span
from reviewbot.triage import rank

_ID_LENGTH = 16


def join(target: Target, reports: Iterable[Report], also: Iterable[Gap] = ()) -> Report:
    """One report of what disjoint parts of `target` came to, and of more gaps.

    Every figure is a sum, so that what holds for each part holds for the whole. What several parts say in
    the same words stands once. However the same findings are divided into parts, the whole is the same.
    """
    parts = tuple(reports)
    gaps = (*chain.from_iterable(part.gaps for part in parts), *also)
    return Report(
        target=target,
        engines=tuple(dict.fromkeys(chain.from_iterable(part.engines for part in parts))),
        findings=rank(chain.from_iterable(part.findings for part in parts)),
        dropped=tuple(sorted(chain.from_iterable(part.dropped for part in parts), key=_place)),
        rejected=tuple(chain.from_iterable(part.rejected for part in parts)),
        merged=sum(part.merged for part in parts),
        gaps=gaps,
        coverage=_sum([part.coverage for part in parts]),
        usage=sum((part.usage for part in parts), start=Usage()),
        errors=_once(chain.from_iterable(part.errors for part in parts)),
        facts=_facts([part.facts for part in parts]),
    )


def within(report: Report, name: str) -> Report:
    """The same report with every path below `name`, as it stands among those of other repositories."""

    def put(path: str) -> str:
        return name if path == "." else f"{name}/{path}"

    def own(ident: str) -> str:
        return sha256(f"{name}\0{ident}".encode(errors="surrogateescape")).hexdigest()[:_ID_LENGTH]

    def finding(one: Finding) -> Finding:
        return replace(one, path=put(one.path), id=own(one.id))

    def dropped(one: Dropped) -> Dropped:
        return replace(one, path=put(one.path), id=own(one.id) if one.id else "")

    def gap(one: Gap) -> Gap:
        spans = tuple(Span(put(span.path), span.side, span.start, span.end) for span in one.spans)
        return replace(one, path=put(one.path), spans=spans)

    return replace(
        report,
        findings=tuple(map(finding, report.findings)),
        dropped=tuple(map(dropped, report.dropped)),
        rejected=tuple((put(path), Rejected(one.excerpt, one.reason)) for path, one in report.rejected),
        gaps=tuple(map(gap, report.gaps)),
    )


def side_by_side(reports: Iterable[tuple[str, Report]]) -> Report:
    """One report on several repositories under their names; one that is on several already stays as it is.

    A note that all of them have stands once, any other one names its repository.
    """
    named = tuple(reports)
    said = [set(report.facts.notes) for _, report in named if report.engines]
    general = set[str]().union(*said).intersection(*said)
    parts = [
        report if report.target.repositories else _telling(within(report, name), name, general)
        for name, report in named
    ]
    names = tuple(chain.from_iterable(report.target.repositories or (name,) for name, report in named))
    return join(_of_all(named, names), parts)


def _of_all(named: Sequence[tuple[str, Report]], names: tuple[str, ...]) -> Target:
    """What a report on several repositories is about: if one was read in part, all of them are a part."""
    targets = (report.target for _, report in named)
    part = next((target for target in targets if not target.is_everything), Target("sweep", ""))
    said = replace(part, head="", shard="", repositories=names)
    return replace(said, repo=f"{len(names):,} repositories")


def _telling(report: Report, name: str, general: Collection[str]) -> Report:
    notes = tuple(note if note in general else f"{name}: {note}" for note in report.facts.notes)
    return replace(report, facts=replace(report.facts, notes=notes))


def _place(dropped: Dropped) -> tuple[object, ...]:
    claim = dropped.claim
    return dropped.path, claim.line or 0, claim.cwe, claim.by, claim.title, dropped.reason


def _sum(parts: Sequence[Coverage]) -> Coverage:
    return (
        Coverage(*map(sum, zip(*map(astuple, parts), strict=True))) if parts else Coverage(0, 0, 0, 0, 0, 0)
    )


def _once(errors: Iterable[Unavailable]) -> tuple[Unavailable, ...]:
    return tuple({(error.message, error.hint): error for error in errors}.values())


def _facts(parts: Sequence[Facts]) -> Facts:
    """What the first part says, with the notes of all, each once; costs elsewhere are summed up."""
    if not parts:
        return Facts()
    costs: dict[str, float] = {}
    for model, usd in chain.from_iterable(part.elsewhere for part in parts):
        costs[model] = costs.get(model, 0.0) + usd
    cheapest_first = sorted(costs.items(), key=lambda cost: (cost[1], cost[0]))
    notes = dict.fromkeys(chain.from_iterable(part.notes for part in parts))
    return replace(parts[0], notes=tuple(notes), elsewhere=tuple(cheapest_first))
