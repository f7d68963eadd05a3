"""Many reports made one: of the parts of a repository, of shards, of repositories."""

from collections.abc import Iterable, Sequence
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
        return f"{name}/{path}"

    def finding(one: Finding) -> Finding:
        own = sha256(f"{name}\0{one.id}".encode(errors="surrogateescape")).hexdigest()
        return replace(one, path=put(one.path), id=own[:_ID_LENGTH])

    def gap(one: Gap) -> Gap:
        spans = tuple(Span(put(span.path), span.side, span.start, span.end) for span in one.spans)
        return replace(one, path=put(one.path), spans=spans)

    return replace(
        report,
        findings=tuple(map(finding, report.findings)),
        dropped=tuple(Dropped(one.claim, put(one.path), one.reason) for one in report.dropped),
        rejected=tuple((put(path), Rejected(one.excerpt, one.reason)) for path, one in report.rejected),
        gaps=tuple(map(gap, report.gaps)),
    )


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
