"""Texts with secrets in them, and a veil that knows them, without a scanner's rules."""

from collections.abc import Callable, Mapping, Sequence

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.passages import Passage
from reviewbot.reviewers.static.secrets import Secret, encoded
from reviewbot.reviewers.veil import Veil


def knowing(*values: str, environ: Mapping[str, str] | None = None, kind: str = "API key") -> Veil:
    """A veil whose search finds these values wherever they stand."""
    return Veil(finding(values, kind), environ or {})


def finding(values: Sequence[str], kind: str = "API key") -> Callable[[Passage], list[Secret]]:
    """A search that finds these values, and nothing else."""

    def search(passage: Passage) -> list[Secret]:
        text = encoded(passage)
        found = []
        for value in filter(None, (value.encode() for value in values)):
            at = text.find(value)
            while at >= 0:
                found.append(Secret(at, at + len(value), kind, Confidence.HIGH))
                at = text.find(value, at + 1)
        return found

    return search
