"""Opinions decide only by what they can quote, and no finding gets lost on the way."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import chunk_of, claim
from reviewbot.chunks import Chunk, Row
from reviewbot.findings import Claim, Confidence, Finding
from reviewbot.review import Redaction, Review, Usage
from reviewbot.spans import Side
from reviewbot.triage import Triage, triage
from reviewbot.verification import Opinion, Ruling, cases_of, settle

CODE = """\
def find(request):
    name = request.args["name"]
    # name was checked by the caller
    if not name.isalnum():
        abort(400)
    db.execute("SELECT " + name)
    else:
"""
CHUNK = chunk_of(CODE, symbol="find")
SOURCE = 'name = request.args["name"]'
SINK = 'db.execute("SELECT " + name)'
GUARD = "if not name.isalnum():"
SEEN = claim(SINK, line=6, confidence=Confidence.MEDIUM)
RULES = replace(SEEN, by="static/rules")


def sorted_out(*claims: Claim, chunk: Chunk = CHUNK) -> Triage:
    return triage([Review(chunk, claim.by, (claim,)) for claim in claims])


def after(triaged: Triage, ruling: Ruling, **quotes: str) -> Triage:
    (finding,) = triaged.findings
    source, sink, guard = (quotes.get(name, "") for name in ("source", "sink", "guard"))
    said = Opinion(finding.id, ruling, "So it is.", source, sink, guard)
    return settle(triaged, [said])


def opinion(ruling: Ruling, *claims: Claim, **quotes: str) -> Finding:
    (finding,) = after(sorted_out(*claims or (SEEN,)), ruling, **quotes).findings
    return finding


@pytest.mark.parametrize(
    ("claims", "both", "sink", "context", "nothing"),
    [
        ((SEEN,), Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW, Confidence.MEDIUM),
        ((RULES,), Confidence.HIGH, Confidence.MEDIUM, Confidence.MEDIUM, Confidence.MEDIUM),
        ((SEEN, RULES), *[Confidence.HIGH] * 4),
    ],
    ids=["model", "static", "both"],
)
def test_what_is_shown_decides_over_the_confidence(
    claims: tuple[Claim, ...], both: Confidence, sink: Confidence, context: Confidence, nothing: Confidence
) -> None:
    assert opinion(Ruling.CONFIRMED, *claims, source=SOURCE, sink=SINK).confidence is both
    assert opinion(Ruling.CONFIRMED, *claims, sink=SINK).confidence is sink
    assert opinion(Ruling.NEEDS_CONTEXT, *claims).confidence is context
    assert opinion(Ruling.UNVERIFIED, *claims).confidence is nothing


@pytest.mark.parametrize(
    ("ruling", "quotes", "verified", "evidence"),
    [
        (
            Ruling.CONFIRMED,
            {"source": SOURCE, "sink": SINK},
            "confirmed",
            "verifier: confirmed, source and sink quoted",
        ),
        (Ruling.CONFIRMED, {"sink": SINK}, "confirmed", "verifier: confirmed, source not shown"),
        (Ruling.NEEDS_CONTEXT, {}, "needs_context", "verifier: needs context: So it is"),
        (Ruling.UNVERIFIED, {}, "unverified", "not verified: So it is"),
    ],
)
def test_a_person_is_told_what_was_shown(
    ruling: Ruling, quotes: dict[str, str], verified: str, evidence: str
) -> None:
    finding = opinion(ruling, **quotes)
    assert (finding.verified, finding.evidence) == (verified, (evidence,))


def test_a_refuted_finding_is_dropped_in_sight_with_the_guard() -> None:
    result = after(sorted_out(SEEN), Ruling.REFUTED, guard=GUARD)
    assert result.findings == ()
    (drop,) = result.dropped
    assert drop.reason == f'refuted by "{GUARD}". So it is'
    assert (drop.claim.quote.strip(), drop.claim.line, drop.claim.by) == (SINK, 6, "model")


def test_a_refuted_finding_that_the_static_engine_saw_stays_with_low_confidence() -> None:
    finding = opinion(Ruling.REFUTED, SEEN, RULES, guard=GUARD)
    assert (finding.confidence, finding.verified) == (Confidence.LOW, "refuted")
    assert finding.evidence[-1] == f'verifier: refuted by "{GUARD}". So it is'


@pytest.mark.parametrize(
    "guard",
    [
        "",
        "not shown",
        "name = sanitize(name)",
        "# name was checked by the caller",
        "name was checked by the caller",
        SINK,
        'db.execute("SELECT "',
        "else:",
        f"{GUARD}\nname = sanitize(name)",
    ],
    ids=["none", "word", "invented", "comment", "in a comment", "own", "of its own", "trivial", "half"],
)
def test_a_refutation_without_a_line_of_code_that_guards_refutes_nothing(guard: str) -> None:
    finding = opinion(Ruling.REFUTED, guard=guard)
    assert (finding.verified, finding.confidence) == ("unverified", Confidence.MEDIUM)


def test_a_removed_line_guards_nothing() -> None:
    row = Row("-", 9, "    require_admin(request)", "find")
    chunk = replace(CHUNK, rows=(*CHUNK.rows, row), text=CHUNK.text + row.render())
    result = after(sorted_out(SEEN, chunk=chunk), Ruling.REFUTED, guard="require_admin(request)")
    assert [finding.verified for finding in result.findings] == ["unverified"]


def test_a_guard_behind_the_harm_in_one_function_stops_nothing() -> None:
    late = chunk_of(f"def find(name):\n    {SINK}\n    {GUARD}\n        abort(400)\n", symbol="find")
    triaged = sorted_out(replace(SEEN, line=2), chunk=late)
    (finding,) = after(triaged, Ruling.REFUTED, guard=GUARD, sink=SINK).findings
    assert finding.evidence == ("not verified: refuted by a guard that stands after the harm",)


@pytest.mark.parametrize("sink", ["", "not shown", SINK])
def test_a_guard_further_down_may_be_what_another_function_calls_first(sink: str) -> None:
    rows = chunk_of(f"def find(name):\n    {SINK}\ndef check(name):\n    {GUARD}\n").rows
    chunk = chunk_of("".join(f"{row.text}\n" for row in rows))
    named = replace(chunk, rows=tuple(r._replace(symbol="find" if r.number < 3 else "check") for r in rows))
    triaged = sorted_out(replace(SEEN, line=2), chunk=named)
    assert after(triaged, Ruling.REFUTED, guard=GUARD, sink=sink).findings == ()


def test_a_line_that_reads_like_the_accused_one_guards_nothing() -> None:
    twice = chunk_of(f"{SINK}\n{SOURCE}\n{SINK}\n")
    (finding,) = after(sorted_out(replace(SEEN, line=3), chunk=twice), Ruling.REFUTED, guard=SINK).findings
    assert finding.verified == "unverified"


def test_other_code_of_the_repository_may_guard() -> None:
    heading, rows = CHUNK.text.split("\n", 1)
    chunk = replace(CHUNK, text=f"{heading}\n> db.py:3 execute\n>     refuse_plain_text(query)\n{rows}")
    result = after(sorted_out(SEEN, chunk=chunk), Ruling.REFUTED, guard="refuse_plain_text(query)")
    assert result.findings == ()


def test_a_removed_check_may_be_confirmed_by_the_line_that_was_removed() -> None:
    row = Row("-", 6, "    require_admin(request)", "find")
    chunk = replace(CHUNK, rows=(*CHUNK.rows, row), text=CHUNK.text + row.render())
    removed = replace(claim("require_admin(request)", cwe="CWE-862"), side=Side.OLD)
    quotes = {"source": "def find(request):", "sink": "require_admin(request)"}
    result = after(sorted_out(removed, chunk=chunk), Ruling.CONFIRMED, **quotes)
    assert [finding.confidence for finding in result.findings] == [Confidence.HIGH]


@pytest.mark.parametrize("sink", ["", "db.drop_everything()", "# name was checked by the caller"])
def test_a_confirmation_that_shows_no_line_confirms_nothing(sink: str) -> None:
    finding = opinion(Ruling.CONFIRMED, source=SOURCE, sink=sink)
    assert (finding.verified, finding.confidence) == ("unverified", Confidence.MEDIUM)


def test_a_minority_of_votes_is_outweighed_by_what_is_shown_and_by_nothing_else() -> None:
    once = replace(SEEN, voters=3)
    assert opinion(Ruling.UNVERIFIED, once).confidence is Confidence.LOW
    finding = opinion(Ruling.CONFIRMED, once, source=SOURCE, sink=SINK)
    assert finding.confidence is Confidence.HIGH
    assert finding.evidence == ("1 of 3 votes", "verifier: confirmed, source and sink quoted")


def test_secrets_and_deception_are_not_argued_about() -> None:
    certain = [replace(SEEN, by=f"static/{name}", cwe=cwe) for name, cwe in PLAIN]
    assert [case.finding.cwe for case in cases_of(sorted_out(SEEN, *certain))] == ["CWE-89"]


PLAIN = (("secrets", "CWE-798"), ("deception", "CWE-1427"))


def test_a_case_brings_the_piece_in_which_the_defect_was_seen() -> None:
    elsewhere = chunk_of("eval(x)\n", path="other.py")
    triaged = triage(
        [Review(CHUNK, "model", (SEEN,)), Review(elsewhere, "model", (claim("eval(x)", cwe="CWE-95"),))]
    )
    assert {case.finding.path: case.chunk for case in cases_of(triaged)} == {
        "app.py": CHUNK,
        "other.py": elsewhere,
    }


def test_no_secret_stands_in_what_a_verifier_said() -> None:
    value = "kD9-vTq2!mZx7Lw"
    redactions = (Redaction(2, "name = [secret]", (value,)),)
    triaged = triage([Review(CHUNK, "model", (SEEN,), redactions=redactions)])
    (finding,) = triaged.findings
    for ruling in (Ruling.NEEDS_CONTEXT, Ruling.REFUTED):
        said = Opinion(finding.id, ruling, f"it is {value}", guard=GUARD)
        settled = settle(triaged, [said])
        assert value not in repr((settled.findings, settled.dropped))
        assert "[secret]" in repr((settled.findings, settled.dropped))


def test_what_opinions_cost_is_counted() -> None:
    triaged = sorted_out(SEEN)
    bill = Usage(2, 900, 100, 50, 0.25)
    assert settle(triaged, [Opinion(triaged.findings[0].id, Ruling.UNVERIFIED, usage=bill)]).usage == bill


QUOTES = st.sampled_from(["", SOURCE, SINK, GUARD, "invented(line)", "# name was checked by the caller"])
CLAIMS = st.builds(
    lambda quote, by, cwe: claim(quote, by=by, cwe=cwe),
    st.sampled_from([SINK, SOURCE, GUARD, "not in the file"]),
    st.sampled_from(["model", "static/ruff", "static/secrets"]),
    st.sampled_from(["CWE-89", "CWE-95"]),
)


@given(st.lists(CLAIMS, max_size=6), st.data())
def test_law_ids_stay_and_claimed_is_reported_and_merged_and_dropped(
    claims: list[Claim], data: st.DataObject
) -> None:
    triaged = sorted_out(*claims)
    opinions = [
        Opinion(
            case.finding.id, data.draw(st.sampled_from(Ruling)), "So.", *data.draw(st.tuples(*[QUOTES] * 3))
        )
        for case in cases_of(triaged)
        if data.draw(st.booleans())
    ]
    settled = settle(triaged, opinions)
    assert settled.claimed == len(settled.findings) + settled.merged + len(settled.dropped)
    ids = {finding.id for finding in triaged.findings}
    assert {finding.id for finding in settled.findings} <= ids
    gone = len(ids) - len(settled.findings)
    assert (
        gone
        == len(settled.dropped) - len(triaged.dropped)
        == sum("refuted by" in d.reason for d in settled.dropped)
    )
