"""Claims become findings only when they point at code that exists, and none of them gets lost."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import chunk_of, claim
from reviewbot.chunks import Chunk, Row
from reviewbot.findings import Claim, Confidence, Severity, Status
from reviewbot.review import Review, Unread
from reviewbot.spans import Side
from reviewbot.triage import Triage, triage

CODE = """\
def find(name):
    query = f"SELECT * FROM t WHERE name = '{name}'"
    db.execute(query)
    db.execute(query)
    return eval(name)
"""


def sort_out(*claims: Claim, chunk: Chunk | None = None, by: str = "model") -> Triage:
    return triage([Review(chunk or chunk_of(CODE, symbol="find"), by, claims)])


def test_the_quote_decides_the_place_and_not_the_number() -> None:
    (finding,) = sort_out(claim("return eval(name)", line=1)).findings
    assert (finding.line, finding.quote, finding.symbol) == (5, "    return eval(name)", "find")


def test_a_quote_that_is_nowhere_in_the_file_is_not_a_finding() -> None:
    result = sort_out(claim("os.system(name)"))
    assert result.findings == ()
    assert [drop.reason for drop in result.dropped] == ["the quoted code is not in the file"]


def test_an_empty_quote_is_not_a_finding() -> None:
    assert sort_out(claim(" \n ")).findings == ()


def test_a_quote_may_carry_the_number_and_sign_it_was_shown_with() -> None:
    (finding,) = sort_out(claim("5+    return eval(name)")).findings
    assert finding.line == 5


def test_a_part_of_a_line_is_enough_when_it_is_long_enough() -> None:
    assert [f.line for f in sort_out(claim("SELECT * FROM t WHERE")).findings] == [2]
    assert sort_out(claim("name")).findings == ()


def test_a_quote_of_several_lines_spans_them() -> None:
    (finding,) = sort_out(claim("db.execute(query)\nreturn eval(name)")).findings
    assert (finding.line, finding.end_line) == (4, 5)


def test_among_equal_lines_the_claimed_number_chooses() -> None:
    assert [f.line for f in sort_out(claim("db.execute(query)", line=4)).findings] == [4]
    assert [f.line for f in sort_out(claim("db.execute(query)", line=3)).findings] == [3]


def test_equal_lines_of_one_function_are_two_findings_with_their_own_identity() -> None:
    first, second = sort_out(claim("db.execute(query)", line=3), claim("db.execute(query)", line=4)).findings
    assert first.id != second.id


def test_code_outside_the_chunk_but_in_the_file_anchors_a_claim() -> None:
    chunk = chunk_of(CODE)
    shown = dataclasses.replace(chunk, rows=chunk.rows[:2])
    (finding,) = sort_out(claim("return eval(name)"), chunk=shown).findings
    assert finding.line == 5


def test_a_removed_line_anchors_on_the_old_side() -> None:
    chunk = dataclasses.replace(
        chunk_of("def f():\n    pass\n"),
        rows=(Row("-", 7, "@login_required", "f"), Row(" ", 1, "def f():", "f")),
    )
    (finding,) = sort_out(claim("@login_required"), chunk=chunk).findings
    assert (finding.side, finding.line) == (Side.OLD, 7)


def test_two_engines_at_one_line_are_one_finding_of_high_confidence() -> None:
    chunk = chunk_of(CODE, symbol="find")
    both = [
        Review(chunk, "model", (claim("    db.execute(query)", line=3, cwe="CWE-564"),)),
        Review(chunk, "static/ruff", (claim("    db.execute(query)", line=3, by="static/ruff"),)),
    ]
    result = triage(both)
    (finding,) = result.findings
    assert finding.sources == ("model", "static/ruff")
    assert finding.confidence is Confidence.HIGH
    assert result.merged == 1


def test_engines_that_point_at_neighbouring_lines_mean_one_defect() -> None:
    chunk = chunk_of(CODE, symbol="find")
    near = [
        Review(chunk, "model", (claim("query = f", line=2), claim("db.execute(query)", line=3))),
        Review(chunk, "static/ruff", (claim(chunk.rows[1].text, line=2, by="static/ruff"),)),
    ]
    assert [f.sources for f in triage(near).findings] == [("model", "static/ruff")]


def test_one_reviewer_at_two_lines_means_two_defects() -> None:
    assert len(sort_out(claim("db.execute(query)", line=3), claim("return eval(name)", line=5)).findings) == 2


def test_different_weaknesses_at_one_line_are_two_findings() -> None:
    result = sort_out(claim("return eval(name)"), claim("return eval(name)", cwe="CWE-95"))
    assert {f.cwe for f in result.findings} == {"CWE-89", "CWE-95"}


def test_the_worst_severity_and_the_best_fix_survive_a_merge() -> None:
    low = claim("return eval(name)", severity=Severity.LOW, fix="use a parser")
    high = claim("return eval(name)", severity=Severity.CRITICAL)
    (finding,) = sort_out(low, high).findings
    assert (finding.severity, finding.fix) == (Severity.CRITICAL, "use a parser")


def test_below_the_minimum_is_dropped_with_the_reason() -> None:
    review = Review(chunk_of(CODE), "model", (claim("return eval(name)", severity=Severity.LOW),))
    result = triage([review], Severity.HIGH)
    assert result.findings == ()
    assert [drop.reason for drop in result.dropped] == ["below the minimum severity high"]


def test_the_identity_survives_moving_down_the_file_and_not_an_edit_of_the_line() -> None:
    (here,) = sort_out(claim("return eval(name)")).findings
    (below,) = sort_out(claim("return eval(name)"), chunk=chunk_of("\n\n" + CODE, symbol="find")).findings
    edited = CODE.replace("eval(name)", "eval(names)")
    (other,) = sort_out(claim("return eval(names)"), chunk=chunk_of(edited, symbol="find")).findings
    assert here.id == below.id
    assert here.line != below.line
    assert other.id != here.id


def test_an_old_defect_on_a_shown_but_unchanged_line_is_called_so() -> None:
    chunk = dataclasses.replace(chunk_of(CODE), rows=(Row(" ", 5, "    return eval(name)"),))
    old = dataclasses.replace(claim("return eval(name)"), status=Status.PRE_EXISTING)
    assert [f.status for f in sort_out(old, chunk=chunk).findings] == [Status.PRE_EXISTING]
    assert [f.status for f in sort_out(old).findings] == [Status.NEW]


@pytest.mark.parametrize(
    "line", ["a = 1;\x0cb = eval(name)", "a\u2028eval(name)", "a\reval(name)", "  0 ||eval(name)"]
)
def test_what_is_found_on_a_line_with_odd_white_space_is_not_lost(line: str) -> None:
    row = Row("+", 1, line, "")
    chunk = dataclasses.replace(chunk_of("x\n"), rows=(row,))
    said = dataclasses.replace(claim(line, by="static/ruff", line=1), side=Side.NEW)
    assert [finding.quote for finding in sort_out(said, chunk=chunk).findings] == [line]


@pytest.mark.parametrize("quote", ["if is_admin\u202e:", r"if is_admin\u{202E}:"], ids=["raw", "shown"])
def test_a_hidden_character_may_be_quoted_as_it_is_or_as_it_was_shown(quote: str) -> None:
    chunk = chunk_of("def f():\n    if is_admin\u202e:\n")
    (finding,) = sort_out(claim(quote), chunk=chunk).findings
    assert (finding.line, finding.quote) == (2, "    if is_admin\u202e:")


def test_what_was_found_in_a_chunk_that_was_not_read_to_its_end_counts() -> None:
    chunk = chunk_of(CODE, symbol="find")
    unread = Unread(chunk, "static/ruff", "one part does not parse", claims=(claim("return eval(name)"),))
    assert [finding.line for finding in triage([unread]).findings] == [5]


LINES = st.sampled_from([*CODE.splitlines(), "not in the file", "", "eval", "5+    return eval(name)"])
CLAIMS = st.builds(
    claim,
    quote=LINES,
    by=st.sampled_from(["model", "static/ruff", "static/rules"]),
    cwe=st.sampled_from(["CWE-89", "CWE-564", "CWE-95"]),
    line=st.none() | st.integers(-1, 9),
    severity=st.sampled_from(Severity),
)


@given(st.lists(st.lists(CLAIMS, max_size=6), max_size=3), st.sampled_from(Severity))
def test_law_claimed_is_reported_and_merged_and_dropped(claims: list[list[Claim]], least: Severity) -> None:
    reviews = [Review(chunk_of(CODE), "any", tuple(some)) for some in claims]
    result = triage(reviews, least)
    assert result.claimed == sum(map(len, claims))
    assert result.claimed == len(result.findings) + result.merged + len(result.dropped)
    assert all(drop.reason for drop in result.dropped)


@given(st.lists(CLAIMS, max_size=8), st.randoms())
def test_law_the_order_of_claims_changes_nothing(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sort_out(*claims).findings == sort_out(*shuffled).findings


@given(st.lists(CLAIMS, max_size=12))
def test_law_identities_are_unique(claims: list[Claim]) -> None:
    ids = [finding.id for finding in sort_out(*claims).findings]
    assert len(ids) == len(set(ids))


def _beside_a_removed_line(cwe: str, lost: str, symbol: str = "find", at: int = 3) -> Triage:
    """A claim of one engine on a line as it is, and of another on a line that is gone."""
    rows = [*chunk_of(CODE, symbol="find").rows, Row("-", at, "    check(name, NAMES)", symbol)]
    chunk = dataclasses.replace(chunk_of(CODE, symbol="find"), rows=tuple(rows))
    told = claim("return eval(name)", cwe=cwe, by="static/rules")
    gone = claim("check(name, NAMES)", cwe=lost, by="static/removals", confidence=Confidence.HIGH)
    return triage([Review(chunk, "static/rules", (told,)), Review(chunk, "static/removals", (gone,))])


def test_a_removed_check_is_told_by_what_it_lets_through_now() -> None:
    result = _beside_a_removed_line("CWE-95", "CWE-94")
    assert [(finding.line, finding.side) for finding in result.findings] == [(5, Side.NEW)]
    assert result.merged == 1


@pytest.mark.parametrize(("lost", "symbol"), [("CWE-79", "find"), ("CWE-95", "save")])
def test_a_removed_check_of_something_else_is_told_by_itself(lost: str, symbol: str) -> None:
    assert len(_beside_a_removed_line("CWE-95", lost, symbol).findings) == 2


def test_a_look_at_input_that_is_gone_is_told_by_what_the_input_does_at_that_line() -> None:
    told = claim("return eval(name)", cwe="CWE-95", by="static/rules")
    gone = claim("return eval(name)", cwe="CWE-20", by="static/removals")
    chunk = chunk_of(CODE, symbol="find")
    reviews = [Review(chunk, "static/rules", (told,)), Review(chunk, "static/removals", (gone,))]
    assert [finding.cwe for finding in triage(reviews).findings] == ["CWE-95"]


def test_a_removed_line_is_not_the_line_that_has_its_number_now() -> None:
    """What looked at some input stood where something else stands, by chance."""
    result = _beside_a_removed_line("CWE-95", "CWE-20", at=5)
    told = {(finding.cwe, finding.side) for finding in result.findings}
    assert told == {("CWE-95", Side.NEW), ("CWE-20", Side.OLD)}
