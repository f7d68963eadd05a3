"""What a report says in sentences, the same in every format for people.

Nothing is escaped here: reasons, paths and names in these sentences stay hostile until a sink escapes them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reviewbot.baseline import ACCEPTED
from reviewbot.diff import Target
from reviewbot.findings import Confidence, Dropped, Finding, Severity, Status
from reviewbot.pragmas import IGNORED
from reviewbot.report import Facts, Report, Verdict
from reviewbot.review import Usage
from reviewbot.spans import MARKED, GapKind, line_count
from reviewbot.triage import BELOW
from reviewbot.verification import UNSURE

FEW = 3
"""So many other models are named each with its cost."""

_LONGEST_EVIDENCE = 160
"""So many characters of one piece of evidence are shown: it may hold what a model said."""

_KINDS = {
    "range": "Changes in",
    "staged": "Staged changes in",
    "worktree": "Changes in the working tree of",
    "diff": "A diff of",
    "sweep": "All lines of",
}


def count(number: int, noun: str) -> str:
    """A number and its noun: `1 line`, `1,204 lines`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def headline(report: Report) -> str:
    """The verdict in one sentence. Only a clean one that has read something speaks of no issues."""
    return "; ".join(filter(None, (_verdict(report), left_out(report), part(report.target))))


def _verdict(report: Report) -> str:
    if report.verdict is Verdict.INCOMPLETE:
        return f"Incomplete: {_shortfall(report)}{_so_far(report)}"
    aside = f"; {len(known):,} accepted or ignored" if (known := suppressed(report)) else ""
    if report.verdict is Verdict.FINDINGS:
        return f"{count(len(report.findings), 'finding')}: {severities(report.findings)}{aside}"
    cover, noun = report.coverage, _noun(report.target)
    if not cover.changed:
        return f"Nothing to review: no {noun}s of text"
    if not cover.reviewed:
        return f"Nothing to review: {count(cover.changed, noun)}, all skipped by policy"
    alone = "" if "model" in report.engines else f" by {' + '.join(report.engines)}; no model read them"
    if kept := _kept_back(report, f"{count(cover.reviewed, noun)}{alone}"):
        return f"{kept}{aside}"
    return f"No {'other ' if aside else ''}issues found in {count(cover.reviewed, noun)}{alone}{aside}"


def left_out(report: Report) -> str:
    """How much the reviewed code itself has kept from being read; "" if nothing."""
    marked = [gap for gap in report.gaps if gap.kind is GapKind.SKIPPED and gap.reason.endswith(MARKED)]
    if not marked:
        return ""
    lines = count(sum(line_count(gap.spans) for gap in marked), "line")
    return f"{lines} in {count(len({gap.path for gap in marked}), 'file')} left out by .gitattributes"


def _kept_back(report: Report, read: str) -> str:
    """What is said where findings were not reported, since nobody asked for them; "" where there are none."""
    if below := [drop for drop in report.dropped if drop.reason.startswith(BELOW)]:
        return f"Nothing at or above {below[0].reason.removeprefix(BELOW)} in {read}; {len(below)} below"
    if unsure := [drop for drop in report.dropped if drop.reason.startswith(UNSURE)]:
        sure = unsure[0].reason.removeprefix(UNSURE)
        return f"Nothing of {sure} confidence in {read}; {len(unsure)} less sure"
    return ""


def _noun(target: Target) -> str:
    """What is counted: a sweep reads lines, whether they changed or not."""
    return "line" if target.kind == "sweep" else "changed line"


def _shortfall(report: Report) -> str:
    failed = report.coverage.failed
    whole = {g.path for g in report.gaps if g.kind is GapKind.FAILED and not g.spans}
    parts = [count(failed, _noun(report.target))] if failed else []
    parts += [count(len(whole), "whole file")] if whole else []
    if not parts:
        return "an engine could not start" if report.errors else "nothing was read"
    were = "was" if failed + len(whole) == 1 else "were"
    every = " by every engine" if len(report.engines) > 1 else ""
    return f"{' and '.join(parts)} {were} not read{every}"


def _so_far(report: Report) -> str:
    return f"; {count(len(report.findings), 'finding')} so far" if report.findings else ""


def severities(findings: Iterable[Finding]) -> str:
    """How many of each severity, worst first: `1 critical, 2 low`."""
    counted = Counter(finding.severity for finding in findings)
    return ", ".join(f"{counted[level]} {level.label}" for level in reversed(Severity) if counted[level])


def is_aside(finding: Finding) -> bool:
    """Whether a finding stands apart: it was there before this change, or its evidence is thin."""
    return finding.status is Status.PRE_EXISTING or finding.confidence is Confidence.LOW


def evidence(finding: Finding) -> str:
    """Who saw it, how sure that makes us and why, and whether it is older than this change."""
    why = f" ({said})" if (said := grounds(finding)) else ""
    older = ", was there before this change" if finding.status is Status.PRE_EXISTING else ""
    return f"{witness(finding)}{why}{older}"


def witness(finding: Finding) -> str:
    """Who saw it, and how sure that makes us."""
    return f"{' + '.join(finding.sources)}, {finding.confidence.label} confidence"


def grounds(finding: Finding) -> str:
    """What the confidence rests on besides who saw it, "" if that is all."""
    return "; ".join(_short(words) for words in finding.evidence if not _names_sources(words))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_EVIDENCE else f"{words[:_LONGEST_EVIDENCE]}…"


def _names_sources(words: str) -> bool:
    """Whether a piece of evidence says no more than who saw it, which stands in front already."""
    return words.startswith("seen by ")


def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence of an explanation, and the rest."""
    end = re.search(r"[.!?](?=\s+[^a-z\s]|\s*$)", text)
    return (text[: end.end()].strip(), text[end.end() :].strip()) if end else (text.strip(), "")


def subject(target: Target) -> str:
    """What was reviewed, as a person would name it."""
    repo = target.repo or "this repository"
    if target.number is not None:
        return f"Pull request #{target.number} of {repo}"
    if said := part(target):
        return f"Lines of {repo}, {said}"
    return f"{_KINDS.get(target.kind, target.kind)} {repo}"


def part(target: Target) -> str:
    """Which part of a repository a sweep was to read, "" for all of it."""
    if target.kind != "sweep" or target.is_everything:
        return ""
    said = (
        f"changed since {target.base[:12]}" if target.base else "",
        f"only {_globs(target.include)}" if target.include else "",
        f"without {_globs(target.exclude)}" if target.exclude else "",
        f"shard {target.shard}" if target.shard else "",
    )
    return ", ".join(filter(None, said))


def _globs(globs: Sequence[str]) -> str:
    more = f" and {len(globs) - FEW} more" if len(globs) > FEW else ""
    return f"{' '.join(map(_short, globs[:FEW]))}{more}"


def ends(target: Target) -> str:
    """The commits it lies between, shortened: `base..head`; "" where there are none."""
    return "..".join(end[:12] for end in (target.base, target.head) if end)


def reading(report: Report) -> str:
    """How much of the change was read."""
    cover = report.coverage
    cached = f" ({cover.cached:,} from the cache)" if cover.cached else ""
    rest = [f"{n:,} {word}" for n, word in ((cover.skipped, "skipped"), (cover.failed, "failed")) if n]
    left = f"; {', '.join(rest)}" if rest else ""
    total = f"{cover.reviewed:,} of {count(cover.changed, _noun(report.target))}"
    return f"{total}{cached} in {count(cover.chunks, 'chunk')}{left}"


def engines(report: Report) -> str:
    """Who read, and plainly when no model did."""
    if not report.engines:
        return "none"
    model = f" ({report.facts.model})" if report.facts.model else ""
    named = ", ".join(f"{engine}{model}" if engine == "model" else engine for engine in report.engines)
    if "model" in report.engines:
        return named
    return f"{named} engine only: no model read this change"


def cost(usage: Usage, facts: Facts) -> str:
    """Calls, tokens and money, with the date of the prices."""
    if not usage.calls:
        return "no model calls"
    cached = f" ({usage.cached_tokens:,} cached)" if usage.cached_tokens else ""
    sent = f"{usage.prompt_tokens:,} tokens in{cached}, {usage.completion_tokens:,} out"
    return (
        f"{count(usage.calls, 'model call')}, {sent}, {money(usage.cost_usd)}{_dated(usage.cost_usd, facts)}"
    )


def money(usd: float | None) -> str:
    """Dollars, fine enough for a small call; an unknown price is not 0."""
    if usd is None:
        return "cost unknown"
    return f"${usd:,.2f}" if usd >= 1 else f"${usd:.4f}"


def _dated(usd: float | None, facts: Facts) -> str:
    if usd is None:
        return " (no price, or no bill for some calls)"
    return f" (prices of {facts.prices_as_of})" if facts.prices_as_of else ""


def elsewhere(facts: Facts, *, every: bool = False) -> str:
    """What the same would cost on other models: the cheapest and the dearest, or all; "" if nobody knows."""
    shown = [f"{money(usd)} on {model}" for model, usd in facts.elsewhere]
    if len(shown) <= FEW or every:
        return ", ".join(shown)
    return f"{shown[0]} to {shown[-1]} ({count(len(shown), 'model')})"


def suppressed(report: Report) -> Sequence[Dropped]:
    """Findings that a person has decided not to be told of."""
    return [dropped for dropped in report.dropped if dropped.reason.startswith((ACCEPTED, IGNORED))]


def discarded(report: Report) -> Sequence[Dropped]:
    """What is not reported for any other reason."""
    return [dropped for dropped in report.dropped if not dropped.reason.startswith((ACCEPTED, IGNORED))]


def drops(report: Report) -> Sequence[tuple[str, int]]:
    """Why claims are not reported that nobody has decided about, how many for each reason, most first."""
    counted = Counter(dropped.reason for dropped in discarded(report))
    counted.update(f"unusable reply: {item.reason}" for _, item in report.rejected)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
