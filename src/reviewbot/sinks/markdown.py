"""The Markdown summary, as it stands in a comment on a pull request.

Escaped by construction: the environment of the templates escapes every value on its way out, and lets through
only what `escape` has made already.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from reviewbot.report import Report
from reviewbot.sinks import escape, wording
from reviewbot.sinks.markdown_parts import files, fix, lines, name, place, quote, severities, weakness
from reviewbot.sinks.output import Destination, write
from reviewbot.sinks.unread import causes

if TYPE_CHECKING:
    from jinja2 import Environment

LIMIT = 60_000
"""Characters. GitHub refuses a comment of more than 65,536; the sink that posts it adds a few."""

_MARGIN = 500  # for the words around a section that is there only when it has a block


class MarkdownSink:
    """Writes the report as Markdown of bounded size; what does not fit is counted."""

    def __init__(self, to: Destination) -> None:
        self._to = to

    def deliver(self, report: Report) -> None:
        """Write the report.

        Raises:
            SinkError: it could not be written.
        """
        write(render_markdown(report), self._to)


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks that fit, joined, how many they are, and how many do not."""

    text: Markup
    shown: int
    left: int


def render_markdown(report: Report, limit: int = LIMIT) -> str:
    """The report as Markdown of at most `limit` characters: a finding is there whole or counted as left out.

    `limit` must leave room for the frame, some 10,000 characters.
    """
    environment = _environment()
    block: Any = environment.get_template("blocks.md.jinja").module
    page = environment.get_template("report.md.jinja")
    clear = [block.finding(f) for f in report.findings if not wording.is_aside(f)]
    aside = [block.finding(f) for f in report.findings if wording.is_aside(f)]
    frame = {
        "report": report,
        "errors": _fit(map(block.error, report.errors), limit // 12),
        "causes": _fit(map(block.cause, causes(report.gaps)), limit // 5),
        "drops": _fit((block.drop(*drop) for drop in wording.drops(report)), limit // 12),
    }
    room = limit - _MARGIN - len(page.render(frame, findings=_fit(clear, 0), aside=_fit(aside, 0)))
    findings = _fit(clear, room)
    rest = _fit(aside, room - len(findings.text))
    return page.render(frame, findings=findings, aside=rest)


def _fit(blocks: Iterable[Markup], room: int) -> Section:
    shown, left = [], 0
    for block in blocks:
        if len(block) <= room:
            room -= len(block)
            shown.append(block)
        else:
            left += 1
    return Section(Markup().join(shown), len(shown), left)


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
    words = (wording.count, wording.headline, wording.subject, wording.reading, wording.engines, wording.cost)
    sentences = (*words, wording.ends, wording.evidence, wording.first_sentence, wording.elsewhere)
    parts = (name, place, quote, fix, files, lines, weakness, severities)
    environment.globals |= {function.__name__: function for function in (*sentences, *parts)}
    return environment
