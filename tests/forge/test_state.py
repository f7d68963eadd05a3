"""What one push tells the next: kept whole, and never believed."""

import base64
import hashlib
import json
import tracemalloc
import zlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reviewbot.findings import Severity
from reviewbot.forge.state import (
    MAX_BODY,
    State,
    finding_of,
    is_edited,
    mark,
    mark_finding,
    page_of,
    read_state,
    strip_markers,
)
from reviewbot.history import Known, Progress, Standing, compare
from reviewbot.spans import Gap, GapKind
from sinks.samples import finding, report

PAGE = "### reviewbot: 1 finding\n\ntext\n"
KNOWN = Known(
    "0123456789abcdef", "src/a.py", 7, Severity.HIGH, "SQL --> injection", ("static",), comment_id=9
)
STATE = State("octo/shop", 3, "a" * 40, "run-1", (KNOWN,), 0.25, 2)


def many(number: int) -> State:
    def known(n: int) -> Known:
        digest = hashlib.sha256(str(n).encode()).hexdigest()
        path, title = f"src/views/f{n % 17}.py", f"Injection in {digest}"
        return replace(KNOWN, id=digest[:16], path=path, line=n + 1, title=title, comment_id=2**31 + n)

    return replace(STATE, findings=tuple(map(known, range(number))))


def forged(payload: Any) -> str:  # noqa: ANN401 - any JSON
    return packed(zlib.compress(payload if isinstance(payload, bytes) else json.dumps(payload).encode()))


def packed(raw: bytes) -> str:
    check = hashlib.sha256(raw).hexdigest()[:16]
    return f"<!-- reviewbot:v1 {check} {base64.b64encode(raw).decode()} -->\n{PAGE}"


def plain(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    known = {"id": KNOWN.id, "path": "p", "line": 7, "severity": 3, "title": "t", "engines": ["static"]}
    told = {"repo": "octo/shop", "number": 3, "head_sha": "a" * 40, "run": "r", "findings": [known]}
    return {**told, "cost_usd": 1.0, "pushes": 1, "body_sha256": "", **changes}


def test_a_state_comes_back_as_it_was() -> None:
    body = mark(STATE, PAGE)
    read = read_state(body, "octo/shop", 3)
    assert read
    assert replace(read, body_sha256="") == STATE
    assert page_of(body) == PAGE
    assert not is_edited(body, read)


texts = st.text(max_size=30) | st.sampled_from(["-->", "<!--", "\udc80", "\x00", "`", "| |"])


@given(
    st.lists(
        st.builds(
            Known,
            id=texts,
            path=texts,
            line=st.integers(0, 10**9),
            severity=st.sampled_from(Severity),
            title=texts,
            engines=st.lists(texts, max_size=2).map(tuple),
            status=st.sampled_from(Standing),
            comment_id=st.none() | st.integers(0, 2**53),
        ),
        max_size=5,
    ).map(tuple),
    st.none() | st.floats(0, 1e9),
    st.text(max_size=200) | st.just("\udc80"),
)
def test_any_state_comes_back_from_any_page_and_stays_hidden(
    findings: tuple[Known, ...], cost: float | None, page: str
) -> None:
    state = replace(STATE, findings=findings, cost_usd=cost)
    body = mark(state, page)
    read = read_state(body, state.repo, state.number)
    assert read
    assert replace(read, body_sha256="") == state
    assert not is_edited(body, read)
    marker = body.partition("\n")[0]
    assert marker.startswith("<!-- ")
    assert marker.index("--", 4) == len(marker) - 3


def test_a_page_that_somebody_changed_is_noticed_but_not_line_ends() -> None:
    body = mark(STATE, PAGE)
    read = read_state(body, "octo/shop", 3)
    assert read
    assert not is_edited(body.replace("\n", "\r\n") + " \r\n", read)
    assert is_edited(body.replace("1 finding", "0 findings"), read)


@pytest.mark.parametrize("length", [10, 1_000, 60_000])
@pytest.mark.parametrize("number", [0, 1, 60, 300, 3_000])
def test_a_body_is_never_longer_than_github_takes(number: int, length: int) -> None:
    state = many(number)
    body = mark(state, "x" * length)
    assert len(body) <= MAX_BODY
    read = read_state(body, state.repo, state.number)
    assert read
    assert page_of(body) == "x" * length
    kept = [known.id for known in read.findings]
    assert kept == [known.id for known in state.findings][: len(kept)]
    assert len(kept) >= min(number, 150)


def test_titles_go_before_findings_do() -> None:
    state = many(150)
    read = read_state(mark(state, "x" * 60_000), state.repo, state.number)
    assert read
    assert len(read.findings) == 150
    assert {known.title for known in read.findings} == {""}


def test_a_page_without_room_for_a_marker_is_an_error() -> None:
    with pytest.raises(ValueError, match="leaves no room"):
        mark(STATE, "x" * MAX_BODY)


@pytest.mark.parametrize(("repo", "number"), [("octo/other", 3), ("octo/shop", 4)])
def test_S04_the_state_of_another_pull_request_is_none(repo: str, number: int) -> None:
    assert read_state(mark(STATE, PAGE), repo, number) is None
    assert read_state(mark(STATE, PAGE), "OCTO/shop", 3)


@pytest.mark.parametrize("before", [" ", "\n", "> ", "`", "x", "\ufeff"])
def test_S15_only_a_marker_at_the_very_beginning_counts(before: str) -> None:
    body = before + mark(STATE, PAGE)
    assert read_state(body, "octo/shop", 3) is None
    assert page_of(body) == body
    assert finding_of(before + mark_finding(KNOWN.id, "text")) is None


BOMB = zlib.compress(b"[" + b" " * 50_000_000 + b"]")
HOSTILE = {
    "nothing": "",
    "no marker": PAGE,
    "no payload": "<!-- reviewbot:v1 -->",
    "checksum too long": mark(STATE, PAGE).replace("v1 ", "v1 0000", 1),
    "wrong checksum": mark(STATE, PAGE)[:18] + "0" * 16 + mark(STATE, PAGE)[34:],
    "no base64": "<!-- reviewbot:v1 0123456789abcdef A=B= -->\n",
    "not packed": packed(b'{"repo": "octo/shop"}'),
    "packed and cut": packed(zlib.compress(json.dumps(plain()).encode())[:-9]),
    "bomb": packed(BOMB),
    "no JSON": forged(b"\xff\xfe"),
    "deep": forged(b"[" * 100_000),
    "list": forged([1]),
    "null": forged(None),
    "no findings": forged(plain(findings=None)),
    "findings no list": forged(plain(findings={"a": 1})),
    "finding no object": forged(plain(findings=[7])),
    "severity 9": forged(plain(findings=[{**plain()["findings"][0], "severity": 9}])),
    "line no number": forged(plain(findings=[{**plain()["findings"][0], "line": "x"}])),
    "status unknown": forged(plain(findings=[{**plain()["findings"][0], "status": "x"}])),
    "too many": forged(plain(findings=plain()["findings"] * 10_001)),
    "number as list": forged(plain(number=[3])),
    "negative": forged(plain(pushes=-1)),
    "endless": forged(plain(pushes=2**60)),
    "sha": forged(plain(head_sha="main\n" + "a" * 40)),
    "sha with line end": forged(plain(head_sha="a" * 40 + "\n")),
    "run too long": forged(plain(run="x" * 101)),
    "cost NaN": forged(plain(cost_usd=float("nan"))),
    "cost infinite": forged(plain(cost_usd=float("inf"))),
    "cost negative": forged(plain(cost_usd=-1)),
    "digits": forged(b'{"number": ' + b"9" * 5_000 + b"}"),
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_S14_a_marker_that_is_hostile_or_broken_is_none(body: str) -> None:
    assert read_state(body, "octo/shop", 3) is None


def test_a_bomb_does_not_go_off() -> None:
    tracemalloc.start()
    try:
        assert read_state(packed(BOMB), "octo/shop", 3) is None
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_a_marker_that_is_forged_well_has_the_right_types_at_least() -> None:
    read = read_state(forged(plain()), "octo/shop", 3)
    assert read
    assert read.findings == (Known(KNOWN.id, "p", 7, Severity.HIGH, "t", ("static",)),)


@given(st.text(alphabet="<!->- reviwbot:v1fndg0aZ\n`", max_size=80) | st.just(mark(STATE, PAGE)))
@example("<!<!----")
@example("<!---->")
def test_S15_no_text_keeps_a_marker(text: str) -> None:
    stripped = strip_markers(text)
    assert "<!--" not in stripped
    assert strip_markers(stripped) == stripped
    assert read_state(stripped, "octo/shop", 3) is None
    assert finding_of(stripped) is None


def test_S15_a_marker_that_was_stripped_hides_nothing() -> None:
    html = MarkdownIt().render(strip_markers(mark(STATE, "text")))
    assert "reviewbot:v1" in html
    assert "<!--" not in html


def test_an_inline_comment_says_which_finding_it_is_about() -> None:
    assert finding_of(mark_finding(KNOWN.id, "text")) == KNOWN.id
    assert finding_of("text") is None
    for odd in ("", "0123456789ABCDEF", "0123456789abcdef -->", "x" * 16):
        with pytest.raises(ValueError, match="no finding's id"):
            mark_finding(odd, "text")


UNREAD = Gap("b.py", (), GapKind.FAILED, "static", "gone")


def test_what_was_left_out_is_no_news_until_a_complete_report_misses_it() -> None:
    state = replace(STATE, findings=(), rest=finding().id[-8:])
    missed = replace(report(), findings=(), gaps=(UNREAD,), errors=())
    rest = state.rest_after(missed, Progress())
    assert rest == state.rest
    seen = replace(missed, findings=(finding(),), gaps=())
    assert not compare((), seen, replace(state, rest=rest).left_out).new
    assert state.rest_after(replace(missed, gaps=()), Progress()) == ""


def test_what_was_cut_ends_with_one_complete_report() -> None:
    state = replace(STATE, cut=True)
    incomplete = replace(report(), findings=(), gaps=(UNREAD,), errors=())
    assert state.cut_after(incomplete)
    assert not state.cut_after(replace(incomplete, gaps=()))


@pytest.mark.parametrize("severity", Severity)
def test_what_was_cut_covers_nothing_high(severity: Severity) -> None:
    one = replace(finding(), severity=severity)
    found = replace(report(), findings=(one,))
    progress = compare((), found, replace(STATE, cut=True).left_out)
    assert bool(progress.new) == (severity >= Severity.HIGH)
