"""Credentials in code: the forms that services give out, by kingfisher, and passwords that people write.

A claim quotes its line as it is, so that triage finds it; a `Redaction` says how the line may be shown.
"""

import bisect
import contextlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from reviewbot.errors import Unavailable
from reviewbot.findings import MASK, Confidence, Severity
from reviewbot.review import Redaction
from reviewbot.reviewers.static.passages import Hit, Passage, Unreadable, Weakness, claim, is_test
from reviewbot.reviewers.static.passwords import passwords

if TYPE_CHECKING:
    from kingfisher_sdk import Finding, Scanner

_DOCUMENT: Final = re.compile(r"\.(?:md|mdx|markdown|rst|adoc|asciidoc)$", re.IGNORECASE)
_MAKING: Final = Lock()
"""Two threads must not compile the rules at the same time."""
TIMEOUT = 30.0
"""Seconds for one passage; 340,000 lines take a third of one."""


class Secret(NamedTuple):
    """A value: where it stands in the bytes of a passage, what it is, and how sure that is."""

    start: int
    end: int
    kind: str
    confidence: Confidence
    reported: bool = True
    """False for what is no secret alone, as half of a key pair, but is masked like one."""


@dataclass
class Secrets:
    """Scans passages for credentials of all kinds, for any number of threads.

    The rules are compiled once per machine and version.
    """

    cache: Path
    name: str = "static/secrets"
    _scanner: "Scanner | None" = field(default=None, repr=False)

    @property
    def cold(self) -> bool:
        """Whether the next scan compiles the rules, which takes about five seconds instead of a half."""
        return self._scanner is None and not any(self._folder().glob("*.vscdb"))

    def speaks(self, language: str) -> bool:  # noqa: ARG002 - the protocol asks by language
        """Any language: a secret is one everywhere."""
        return True

    def detect(self, texts: Sequence[Passage]) -> Iterable[Sequence[Hit] | Unreadable]:
        """Read one passage after the other.

        Raises:
            Unavailable: the scanner is not installed.
        """
        for passage in texts:
            found = self.search(passage)
            if isinstance(found, Unreadable):
                yield found
            else:
                yield _hits(self.name, passage, found)

    def search(self, passage: Passage) -> "list[Secret] | Unreadable":
        """Every value of a passage that is secret, in no order.

        Raises:
            Unavailable: the scanner is not installed.
        """
        scanner = self._ready()
        from kingfisher_sdk.inputs import ScanInput  # noqa: PLC0415 - 50 ms, and loaded by now

        text = encoded(passage)
        try:
            # Never the file's own name: the scanner passes over `logo.svg`, `gradlew` and others in silence.
            found = scanner.scan_input(ScanInput("code.txt", data=text), timeout=TIMEOUT)
        except TimeoutError:
            return Unreadable(f"the search for secrets did not end within {TIMEOUT:.0f} s")
        except (RuntimeError, ValueError):
            # The message may quote the text.
            return Unreadable("the search for secrets broke down on it")
        formed = (_secret(finding) for finding in found if not finding.secret.isalpha())
        written = (Secret(*span, kind, sure) for span, kind, sure in passwords(passage.path, text))
        return [*formed, *written]

    def _ready(self) -> "Scanner":
        with _MAKING:
            if self._scanner is None:
                self._scanner = _scanner(self._folder())
            return self._scanner

    def _folder(self) -> Path:
        return self.cache / "kingfisher"


@lru_cache(maxsize=1)  # to load the rules takes half a second, and a process may read many repositories
def _scanner(folder: Path) -> "Scanner":
    try:
        from kingfisher_sdk import (  # noqa: PLC0415 - 80 ms that --help need not wait for
            DetectionPolicy,
            Rules,
            Scanner,
        )
    except ImportError as error:
        raise Unavailable("the secret scanner is not installed", "Install reviewbot again.") from error
    # A comment in the change must not hide a secret from us.
    policy = DetectionPolicy(inline_ignores=False, markup_context=False)
    return Scanner(Rules(cache_dir=_private(folder)), policy=policy)


def encoded(passage: Passage) -> bytes:
    """The text as it is searched: places of secrets count its bytes."""
    return passage.text.encode(errors="replace")


def _secret(finding: "Finding") -> Secret:
    where = finding.location
    kind = finding.rule_id.rpartition("/")[2].removeprefix("betterleaks.").replace("-", " ")
    sure = Confidence.HIGH if finding.confidence == "high" else Confidence.MEDIUM
    return Secret(
        where["start_offset"], where["end_offset"], kind.rstrip(".0123456789"), sure, finding.visible
    )


def _private(folder: Path) -> Path:
    """The folder, made if it can be; the scanner uses none that others may write to."""
    # Where it cannot be written the rules are compiled each time, which is slow and right.
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _hits(by: str, passage: Passage, secrets: Iterable[Secret]) -> list[Hit]:
    """One hit for each line that a secret begins on: the surest one. All values of the line are redacted."""
    secrets = list(secrets)
    if not secrets:
        return []
    text = encoded(passage)
    starts = list(accumulate((len(line) + 1 for line in text.split(b"\n")), initial=0))
    by_line: dict[int, list[Secret]] = {}
    for secret in secrets:
        by_line.setdefault(bisect.bisect_right(starts, secret.start) - 1, []).append(secret)
    hits = []
    for at, found in sorted(by_line.items()):
        best = max(found, key=lambda secret: (secret.reported, secret.confidence))
        if best.reported:
            last = min(bisect.bisect_right(starts, best.end - 1) - 1, len(passage.lines) - 1)
            first = passage.start + at
            said = claim(_weakness(best.kind, _trust(best, passage.path)), by, passage.line(first), first)
            first_line = _redaction(text[starts[at] : starts[at + 1] - 1], first, starts[at], found)
            body = (
                _whole(passage.line(passage.start + more), passage.start + more)
                for more in range(at + 1, last + 1)
            )
            hits.append(Hit(said, passage.start + last, (first_line, *body)))
    return hits


def _redaction(line: bytes, number: int, start: int, secrets: Iterable[Secret]) -> Redaction:
    """The line with a mask for each run of secret bytes."""
    shown: list[bytes] = []
    values: list[bytes] = []
    done = 0
    for secret in sorted(secrets):
        begin, end = secret.start - start, min(secret.end - start, len(line))
        # Of a key over several lines the first says what it is, and nothing of its value.
        if line.startswith(b"-----BEGIN", begin) and secret.end - start > len(line):
            continue
        if begin > done or not shown:
            shown += [line[done:begin], MASK.encode()]
        values.append(line[begin:end])
        done = max(done, end)
    text = b"".join([*shown, line[done:]]).decode(errors="replace")
    return Redaction(number, text, tuple(value.decode(errors="replace") for value in values))


def _whole(line: str, number: int) -> Redaction:
    """A line in the middle of a secret."""
    return Redaction(number, MASK, (line.strip(),))


def _trust(secret: Secret, path: str) -> Confidence:
    """Tests are full of made-up credentials, and so are documents; sometimes they are real ones."""
    explains = secret.confidence < Confidence.HIGH and _DOCUMENT.search(path) is not None
    return Confidence(max(secret.confidence - (is_test(path) or explains), Confidence.LOW))


def _weakness(kind: str, confidence: Confidence) -> Weakness:
    return Weakness(
        cwe="CWE-798",
        severity=Severity.HIGH,
        confidence=confidence,
        title=f"Hard-coded credential: {kind}",
        explanation="Whoever reads the code, its history or a build of it can use the credential.",
        fix="Revoke it, keep the new one in the environment or a secret store, and read it from there.",
    )
