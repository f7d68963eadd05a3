"""The evaluation as one page that needs nothing else: no script, no network, drawings of our own.

Escaped by construction: the environment escapes every value on its way out, after what would act instead of
being seen was written as its code point.
"""

from functools import cache
from typing import TYPE_CHECKING

from reviewbot.evaluation import plots, words
from reviewbot.evaluation.evaluation import Evaluation
from reviewbot.evaluation.figures import parts
from reviewbot.sinks.escape import visible

if TYPE_CHECKING:
    from jinja2 import Environment

_TITLES = {"split": "Part", "language": "Language", "cwe": "Weakness", "tag": "Tag"}


def render_page(evaluation: Evaluation) -> str:
    """The page as HTML."""
    of = {
        kind: {words.weakness(name) if kind == "cwe" else name: figures for name, figures in part.items()}
        for kind, part in parts(evaluation.scores).items()
    }
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            evaluation=evaluation,
            parts=of,
            titles=_TITLES,
            words=words,
            plots=plots,
            with_misses=[score for score in evaluation.scores if score.missed],
            with_alarms=[score for score in evaluation.scores if score.alarms],
        )
    )


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only this format needs it

    return Environment(
        loader=PackageLoader("reviewbot.evaluation"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_seen,
        keep_trailing_newline=True,
    )


def _seen(value: object) -> object:
    # Markup, which is a string too, was made by a template: it is what it should be already.
    return visible(value, keep="\n") if type(value) is str else value
