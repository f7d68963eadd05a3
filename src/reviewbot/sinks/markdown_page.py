"""The page that people read, as Markdown: a comment, a job summary or a file.

Escaped by construction: the environment of the templates escapes every value on its way out, and lets through
only what `escape` has made already.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from reviewbot.findings import Finding
from reviewbot.history import Progress
from reviewbot.report import Report, Verdict
from reviewbot.sinks import escape, pushes, wording
from reviewbot.sinks.blobs import Blobs
from reviewbot.sinks.markdown_parts import (
    claimed,
    files,
    is_older,
    lines,
    long_fix,
    name,
    place,
    quote,
    severities,
    short_fix,
)
from reviewbot.sinks.pushes import PUSH
from reviewbot.sinks.unread import Cause, causes
from reviewbot.spans import GapKind

if TYPE_CHECKING:
    from jinja2 import Environment

Render = Callable[..., Markup]
_MARGIN = 1_000  # for the words around a section that is there only when it has a block


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says beyond the report.

    `progress` is what became of earlier findings; None where nobody knows of earlier pushes. `remarks` are
    sentences on what else went wrong, as a comment that could not be posted. `spent_usd` is what all `pushes`
    together have cost, None if unknown. `rest` is where a reader finds what the page has no room for. `since`
    is what lies between this report and the one before.
    """

    progress: Progress | None = None
    blobs: Blobs | None = None
    remarks: tuple[str, ...] = ()
    spent_usd: float | None = 0.0
    pushes: int = 1
    rest: str = "the full report"
    since: str = PUSH


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks that fit, joined, how many they are, and how many do not."""

    text: Markup
    shown: int
    left: int


def render_page(report: Report, page: Page, limit: int) -> str:
    """The page in at most `limit` characters: a finding is there whole or counted as left out.

    `limit` must leave room for the frame, some 15,000 characters.
    """
    environment = _environment()
    block: Any = environment.get_template("blocks.md.jinja").module
    layout = environment.get_template("page.md.jinja")
    progress = page.progress or Progress(new=report.findings)
    frame = _frame(report, page, progress, block, limit)
    room = limit - _MARGIN - len(layout.render(frame, **dict.fromkeys(_BODY, Section(Markup(), 0, 0))))
    body: dict[str, Section] = {}
    for part, (render, findings) in zip(_BODY, _body(progress, block, page), strict=True):
        body[part] = _fit(render, findings, room)
        room -= len(body[part].text)
    return layout.render(frame, **body)


_TRIED = 100
_QUOTED, _LISTED = Markup("> - "), Markup("- ")
_BODY = ("clear", "still_open", "aside", "explained")


def _body(progress: Progress, block: Any, page: Page) -> Iterable[tuple[Render, Sequence[Finding]]]:  # noqa: ANN401 - a template
    """The sections that share what room there is, in the order in which they get it."""
    whole, row = (partial(macro, blobs=page.blobs) for macro in (block.finding, block.row))
    clear = [finding for finding in progress.new if not wording.is_aside(finding)]
    aside = [finding for finding in progress.new if wording.is_aside(finding)]
    yield whole, clear
    yield row, progress.still_open
    yield whole, aside
    yield whole, progress.still_open


def _frame(report: Report, page: Page, progress: Progress, block: Any, limit: int) -> dict[str, Any]:  # noqa: ANN401
    """Everything but the findings; each part has a bounded share of the page."""
    unread = causes(report.gaps)
    return {
        "report": report,
        "page": page,
        "progress": progress,
        "incomplete": report.verdict is Verdict.INCOMPLETE,
        "table": _table(progress),
        "errors": _fit(block.error, report.errors, limit // 12),
        "remarks": _fit(block.remark, page.remarks, limit // 12),
        "failed": _fit(partial(block.cause, sign=_QUOTED), _of(unread, GapKind.FAILED), limit // 5),
        "skipped_files": len({gap.path for gap in report.gaps if gap.kind is GapKind.SKIPPED}),
        "skipped": _fit(partial(block.cause, sign=_LISTED), _of(unread, GapKind.SKIPPED), limit // 12),
        "drops": _fit(lambda drop: block.drop(*drop), wording.drops(report), limit // 12),
        "suppressed": _fit(block.suppressed, wording.suppressed(report), limit // 12),
        "fixed": _fit(block.gone, progress.fixed, limit // 12),
        "not_seen": _fit(block.gone, progress.not_seen, limit // 12),
    }


def _table(progress: Progress) -> Sequence[tuple[str, Sequence[Finding]]]:
    """The rows of the table of severities; one finding needs none."""
    if len(progress.new) + len(progress.still_open) < 2:  # noqa: PLR2004 - the headline says it all
        return ()
    new = "new" if progress.still_open else "findings"
    return [row for row in ((new, progress.new), ("still open", progress.still_open)) if row[1]]


def _of(unread: Iterable[Cause], kind: GapKind) -> list[Cause]:
    return [cause for cause in unread if cause.kind is kind]


def _fit(render: Render, items: Iterable[Any], room: int) -> Section:
    """What fits, also behind something that does not; after many that do not, no more is tried."""
    shown, left = [], 0
    for item in items:
        if left < _TRIED and len(block := render(item)) <= room:
            room -= len(block)
            shown.append(block)
        else:
            left += 1
    return Section(Markup().join(shown), len(shown), left)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - 0.15 s to import

    environment = Environment(
        loader=PackageLoader("reviewbot.sinks"),
        finalize=lambda value: value if isinstance(value, Markup) else Markup(escape.markdown(str(value))),  # noqa: S704
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clip"] = escape.clip
    words = (wording.count, wording.subject, wording.reading, wording.engines, wording.cost, wording.ends)
    sentences = (
        *words,
        wording.discarded,
        wording.witness,
        wording.grounds,
        wording.first_sentence,
        wording.elsewhere,
    )
    told = (pushes.headline, pushes.spent)
    parts = (is_older, claimed, name, place, quote, short_fix, long_fix, files, lines, severities)
    environment.globals |= {function.__name__: function for function in (*sentences, *told, *parts)}
    return environment
