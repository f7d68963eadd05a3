"""What one push tells the next: a hidden marker at the very beginning of our own comment.

A marker proves nothing. Whoever reads one has checked before that the comment's author is reviewbot; and
since a maintainer can edit it all the same, what comes out has the right types and sizes, and is data like
any other.
"""

import base64
import hashlib
import json
import re
import zlib
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from reviewbot.forge.left_out import LeftOut, pack, unpack
from reviewbot.history import Known, Progress
from reviewbot.report import Report, Verdict

MAX_BODY = 65_536
"""Characters of a comment, as GitHub counts them at its strictest."""

_MAX_JSON = 1_000_000
_MARKER = re.compile(rf"<!-- reviewbot:v1 ([0-9a-f]{{16}}) ([A-Za-z0-9+/=]{{1,{MAX_BODY}}}) -->\n?")
_FINDING = re.compile(r"<!-- reviewbot:finding ([0-9a-f]{16}) -->\n?")
_OPENER = re.compile(r"<!(?=--)")
_TITLES = (100, 40, 0)

_Sha = Annotated[str, Field(pattern=r"\A(?:[0-9a-f]{40}|[0-9a-f]{64})\z")]
_Digest = Annotated[str, Field(pattern=r"\A(?:[0-9a-f]{64})?\z")]
_Short = Annotated[str, Field(pattern=r"\A(?:[0-9a-f]{8})*\z")]
_Count = Annotated[int, Field(ge=0, lt=2**53)]
_Money = Annotated[float, Field(ge=0, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class State:
    """What is known after a push of `head_sha`: the findings, what all pushes cost, and how many there were.

    `run` names the run that wrote it. `body_sha256` is set by `mark`. `cost_usd` is None if a price is
    unknown. `rest` holds the ids, in short, of findings for which there is no room; `cut` says that there was
    none for them either.
    """

    repo: Annotated[str, Field(max_length=200)]
    number: _Count
    head_sha: _Sha
    run: Annotated[str, Field(max_length=100)]
    findings: Annotated[tuple[Known, ...], Field(max_length=10_000)] = ()
    cost_usd: _Money | None = None
    pushes: _Count = 1
    body_sha256: _Digest = ""
    rest: _Short = ""
    cut: bool = False

    @property
    def left_out(self) -> LeftOut:
        """What was known and is not among the findings: no news if it is seen again."""
        return LeftOut(unpack(self.rest), self.cut)

    def rest_after(self, report: Report, progress: Progress) -> str:
        """What of `rest` a report has not seen and yet may be there: a complete one leaves nothing of it."""
        if report.verdict is not Verdict.INCOMPLETE and not progress.not_seen:
            return ""
        return "".join(sorted(unpack(self.rest) - unpack(pack(one.id for one in report.findings))))

    def cut_after(self, report: Report) -> bool:
        """Whether even after a report there are findings of which nothing is remembered."""
        return self.cut and report.verdict is Verdict.INCOMPLETE


def mark(state: State, page: str, limit: int = MAX_BODY) -> str:
    """The body of a comment: the marker, then the page.

    Where it does not fit, titles are shortened first. Then only the ids of the last findings are kept, and if
    there is no room for all of these either, nothing is news to the next push.

    Raises:
        ValueError: the page leaves no room for a marker.
    """
    state = replace(state, body_sha256=_digest(page))
    for length in _TITLES:
        state = replace(
            state, findings=tuple(replace(one, title=one.title[:length]) for one in state.findings)
        )
        if len(body := _body(state, page)) <= limit:
            return body
    counts = range(len(state.findings) + 1)
    for keep in (_first, _first_alone):
        too_many = bisect_left(counts, 1, key=lambda count: len(_body(keep(state, count), page)) > limit)
        if too_many:
            return _body(keep(state, too_many - 1), page)
    raise ValueError(f"a page of {len(page):,} characters leaves no room for the marker")


def read_state(body: str, repo: str, number: int) -> State | None:
    """The state at the beginning of a comment; None if there is none, or not one about this pull request."""
    found = _MARKER.match(body)
    state = _decode(found[1], found[2]) if found else None
    if state is None or (state.repo.lower(), state.number) != (repo.lower(), number):
        return None
    return state


def page_of(body: str) -> str:
    """A comment's text without the marker."""
    return _MARKER.sub("", body, count=1) if _MARKER.match(body) else body


def is_edited(body: str, state: State) -> bool:
    """Whether somebody changed the page since `mark`; line ends and white space at the end do not count."""
    return _digest(page_of(body)) != state.body_sha256


def mark_finding(finding_id: str, text: str) -> str:
    """The body of an inline comment that speaks of a finding.

    Raises:
        ValueError: that is no id of a finding.
    """
    marker = f"<!-- reviewbot:finding {finding_id} -->"
    if not _FINDING.fullmatch(marker):
        raise ValueError(f"{finding_id!r} is no finding's id")
    return f"{marker}\n{text}"


def finding_of(body: str) -> str | None:
    """The finding that an inline comment of ours speaks of, None if it is none."""
    found = _FINDING.match(body)
    return found[1] if found else None


def strip_markers(text: str) -> str:
    """The text with no HTML comment in it, and so no marker: each opener falls apart."""
    return _OPENER.sub("<! ", text)


def _body(state: State, page: str) -> str:
    return f"{_encode(state)}\n{page}"


def _first(state: State, count: int) -> State:
    """The first findings, and the ids of the others."""
    rest = state.rest + pack(one.id for one in state.findings[count:])
    return replace(state, findings=state.findings[:count], rest=rest)


def _first_alone(state: State, count: int) -> State:
    return replace(state, findings=state.findings[:count], rest="", cut=True)


def _encode(state: State) -> str:
    # Ten times as fast as `asdict`, and a body is made again for each number of findings that is tried.
    raw = json.dumps(_adapter().dump_python(state), separators=(",", ":")).encode()
    packed = zlib.compress(raw, 9)
    return f"<!-- reviewbot:v1 {_checksum(packed)} {base64.b64encode(packed).decode()} -->"


def _decode(checksum: str, text: str) -> State | None:
    try:
        packed = base64.b64decode(text, validate=True)
        if _checksum(packed) != checksum:
            return None
        # What is packed small may be endless: no more than this is ever unpacked.
        raw = zlib.decompressobj().decompress(packed, _MAX_JSON)
        return _adapter().validate_python(json.loads(raw))
    except (ValueError, zlib.error, RecursionError, ValidationError):
        return None


@cache
def _adapter() -> TypeAdapter[State]:
    return TypeAdapter(State)


def _digest(page: str) -> str:
    """What stays the same when a server or a browser changes line ends."""
    text = page.replace("\r\n", "\n").strip()
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def _checksum(packed: bytes) -> str:
    return hashlib.sha256(packed).hexdigest()[:16]
