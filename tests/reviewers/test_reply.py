"""A reply is a list of findings or an error; what is no finding is rejected alone, and named."""

import json
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fakes.model_server import item
from reviewbot.findings import Claim, Confidence, Severity, Status
from reviewbot.review import Rejected
from reviewbot.reviewers.faults import ReplyError
from reviewbot.reviewers.item import Item, reply_schema
from reviewbot.reviewers.reply import MOST_ITEMS, parse_cut_reply, parse_reply
from reviewbot.spans import Side

ITEM = item("eval(x)", cwe="CWE-94", line=7)
REPLY = json.dumps({"analysis": "", "findings": [ITEM]})


def claim_of(**fields: object) -> Claim:
    (claim,) = parse_reply(json.dumps({"findings": [item("eval(x)", **fields)]})).claims
    return claim


def rejection_of(raw_item: str) -> Rejected:
    """The rejection of an item beside a good one, which survives."""
    reply = parse_reply(f'{{"findings": [{raw_item}, {json.dumps(ITEM)}]}}')
    assert [claim.quote for claim in reply.claims] == ["eval(x)"]
    (rejected,) = reply.rejected
    return rejected


def raw(**fields: str) -> str:
    """An item as JSON text in which some fields hold raw text."""
    whole = {name: json.dumps(value) for name, value in ITEM.items()} | fields
    return "{" + ", ".join(f'"{name}": {value}' for name, value in whole.items()) + "}"


def test_an_item_becomes_a_claim() -> None:
    assert parse_reply(REPLY).claims == (
        Claim(
            by="model",
            cwe="CWE-94",
            severity=Severity.HIGH,
            confidence=Confidence.MEDIUM,
            title="Code injection",
            explanation="An attacker does harm here.",
            quote="eval(x)",
            line=7,
            side=Side.NEW,
            fix=None,
            status=Status.NEW,
        ),
    )


def test_a_source_that_is_not_shown_lowers_the_confidence() -> None:
    assert claim_of(source_shown=False).confidence is Confidence.LOW


def test_only_a_removed_check_may_quote_removed_lines() -> None:
    assert claim_of(introduced="removed_check").side is None
    assert claim_of(introduced="pre_existing").side is Side.NEW


def test_what_was_there_before_is_pre_existing() -> None:
    assert claim_of(introduced="pre_existing").status is Status.PRE_EXISTING


def test_words_are_read_in_any_case() -> None:
    claim = claim_of(severity=" HIGH ", introduced="Added", cwe="cwe-094: Code Injection")
    assert (claim.severity, claim.cwe) == (Severity.HIGH, "CWE-94")


def test_an_indented_fix_keeps_its_indentation() -> None:
    assert claim_of(fix="    literal_eval(x)\n").fix == "    literal_eval(x)"


@pytest.mark.parametrize(
    "text",
    [
        REPLY,
        f"\ufeff{REPLY}",
        f"\n\n  {REPLY}\n",
        f"```json\n{REPLY}\n```",
        f"```\n{REPLY}```",
        f"Sure! Here [1] is {{my}} answer:\n{REPLY}\nHope it helps.",
        f"Thinking... `args[]` {{}} []\n```json\n{REPLY}\n```\nDone.",
        json.dumps([ITEM]),
        f"The findings are {json.dumps([ITEM])}.",
        REPLY.replace("]}", ",]}"),
        REPLY.replace("}]}", ",}, ]\n,}"),
        f"Found:\n{REPLY.replace(']}', ',]}')}",
        REPLY.replace("harm here.", "harm\nhere."),
        REPLY.replace("eval(x)", "eval(x)\\u0000"),
    ],
)
def test_L16_the_form_does_not_matter(text: str) -> None:
    assert [claim.quote for claim in parse_reply(text).claims] == ["eval(x)"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I found nothing.",
        "null",
        "{}",
        "[1]",
        '{"findings": null}',
        '{"findings": {}}',
        '{"issues": []}',
        REPLY[:-3],
        REPLY.replace('"', "'"),
        "Nothing to report: []",
        "```python\nargs = []\n```",
        '{"findings": [{"quote": "x"}], "findings": []}',
        "[" * 200_000,
        '{"findings": ' * 100_000,
        '{"findings": [' + "1" * 6000,
    ],
)
def test_L16_what_holds_no_list_is_an_error(text: str) -> None:
    with pytest.raises(ReplyError):
        parse_reply(text)


@pytest.mark.parametrize("text", ['{"findings": []}', "[]", "```json\n[]\n```", 'So: {"findings": []}'])
def test_L16_a_list_that_is_empty_is_an_answer(text: str) -> None:
    assert parse_reply(text).claims == ()


def test_of_several_answers_none_is_lost() -> None:
    text = f'First {{"findings": []}}, no: {REPLY} or rather {REPLY.replace("eval", "exec")}'
    assert [claim.quote for claim in parse_reply(text).claims] == ["eval(x)", "exec(x)"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (raw(line="true"), "line"),
        (raw(line="false"), "line"),
        (raw(line="NaN"), "line"),
        (raw(line='"seven"'), "line"),
        (raw(quote='"\\ud800"'), "quote"),
        (raw(quote='" \\u0000"'), "quote: is empty"),
        (raw(explanation='""'), "explanation: is empty"),
        (raw(quote="5"), "quote"),
        (raw(quote="[" * 900 + "]" * 900), "quote"),
        (raw(severity='"terrible"'), "severity"),
        (raw(severity="9"), "severity"),
        (raw(cwe="null"), "cwe"),
        (raw(cwe="true"), "cwe"),
        (raw(introduced='"maybe"'), "introduced"),
        (raw(source_shown='"yes"'), "source_shown"),
        (raw()[:-1] + ', "quote": "other"}', "the key 'quote' stands twice"),
        ("{}", "quote"),
        ("[]", "Input should be"),
        ("null", "Input should be"),
        ('"eval(x)"', "Input should be"),
    ],
)
def test_L17_L18_a_bad_item_is_rejected_alone_with_its_reason(bad: str, reason: str) -> None:
    rejected = rejection_of(bad)
    assert reason in rejected.reason
    assert len(rejected.excerpt) <= 161
    rejected.excerpt.encode()


@pytest.mark.parametrize("line", ["0", "-1", "1e9", "1000000000", "9" * 5000, "1e999", "-Infinity", "null"])
def test_L17_L19_a_line_that_no_file_has_is_dropped(line: str) -> None:
    (claim,) = parse_reply(f'{{"findings": [{raw(line=line)}]}}').claims
    assert claim.line is None


@pytest.mark.parametrize("line", ["42", "42.0", '"42"', '"42+"', '" 42 "'])
def test_a_line_is_read_as_models_write_it(line: str) -> None:
    (claim,) = parse_reply(f'{{"findings": [{raw(line=line)}]}}').claims
    assert claim.line == 42


def test_a_reply_of_bad_items_only_is_an_error() -> None:
    with pytest.raises(ReplyError, match=r"no finding of the reply can be used: severity: "):
        parse_reply(json.dumps({"findings": [item("x", severity="?")]}))


def test_an_endless_text_is_cut() -> None:
    assert len(claim_of(explanation="x" * 100_000).explanation) == 2000


def test_the_schema_asks_for_what_an_item_takes() -> None:
    schema = reply_schema()["properties"]["findings"]["items"]
    assert list(schema["properties"]) == list(Item.model_fields) == schema["required"]
    assert schema["additionalProperties"] is False


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just(ITEM),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["findings", "quote", "x"]), inner, max_size=3)
    ),
    max_leaves=12,
)
PROSE = st.text(st.sampled_from('ab {}[]",:`\n\\'), max_size=40)


@given(PROSE, JSON, PROSE, st.integers(0, 3))
@example("", {"findings": []}, "", 0)
@example("", [], "", 0)
def test_L16_nothing_is_ever_silently_empty(before: str, value: object, after: str, cut: int) -> None:
    """An empty result means that the text, its wrapping aside, spells an empty list."""
    text = before + json.dumps(value)[: -cut or None] + after
    try:
        reply = parse_reply(text)
    except ReplyError:
        return
    if not reply.claims:
        bare = "".join(text.split())
        assert '"findings":[' in bare or bare.strip("`\\") in {"[]", "[,]"} or bare.startswith("```")
        assert json.dumps(ITEM) not in text or '"findings": [{"trace"' not in text
        assert reply.rejected == ()


def test_an_empty_list_beside_something_broken_is_no_answer() -> None:
    with pytest.raises(ReplyError):
        parse_reply(
            '{"analysis": "code says {"findings": []} oh", "findings": [{"quote": "eval(x)" "line": 3}]}'
        )
    assert parse_reply('Here is the result: {"findings": []}').claims == ()


def test_an_unclosed_string_costs_linear_time() -> None:
    with pytest.raises(ReplyError):
        parse_reply('"' + '\\"' * 500_000)


SECTION_8 = """
{"analysis": "The name enters by the query string and reaches SQL.", "findings": [{"trace": "args -> run",
"path": "app/db.py", "quote": "eval(x)", "line": 7, "end_line": 9, "cwe": "CWE-94", "severity": "high",
"attacker": "anyone", "explanation": "It is run.", "fix": null, "introduced": "removed_check",
"source_shown": true}], "needs": [{"symbol": "clean", "why": "it may quote"}]}"""


def test_a_reply_in_the_full_schema_is_read() -> None:
    reply = parse_reply(SECTION_8)
    (claim,) = reply.claims
    assert (claim.quote, claim.line, claim.side, claim.fix) == ("eval(x)", 7, None, None)
    assert reply.needs == ("clean",)


@pytest.mark.parametrize("field", ["trace", "attacker", "fix"])
def test_what_a_model_does_not_know_may_be_null_or_missing(field: str) -> None:
    assert claim_of(**{field: None}) == claim_of(**{field: ""})
    (without,) = parse_reply(json.dumps([{k: v for k, v in ITEM.items() if k != field}])).claims
    assert without.quote == "eval(x)"


@pytest.mark.parametrize(
    ("needs", "names"),
    [
        ([{"symbol": "f", "why": "?"}, {"symbol": "g"}], ("f", "g")),
        (["f", "f", {"symbol": "f"}], ("f",)),
        ([{"symbol": name} for name in "abcdef"], ("a", "b", "c")),
        ([{"symbol": "app.Users.find()"}, {"symbol": "std::move"}, "a->b"], ("find", "move", "b")),
        (["../x", "-x", "a b", "", "7", "x" * 101, "a\nb", "$(id)", "f;g"], ()),
        ([None, 5, [], {}, {"symbol": None}, {"symbol": ["f"]}, "ok"], ("ok",)),
        ({"symbol": "f"}, ()),
        ("f", ()),
        (None, ()),
    ],
)
def test_names_that_a_model_would_like_to_see(needs: object, names: tuple[str, ...]) -> None:
    assert parse_reply(json.dumps({"findings": [], "needs": needs})).needs == names


def test_a_reply_without_needs_has_none() -> None:
    assert parse_reply(REPLY).needs == ()
    assert parse_reply(json.dumps([ITEM])).needs == ()
    assert parse_reply(f'So: {{"findings": [], "needs": ["f"]}} and {REPLY}').needs == ("f",)


def test_needs_alone_are_no_answer() -> None:
    with pytest.raises(ReplyError):
        parse_reply('{"needs": [{"symbol": "f", "why": "?"}]}')


THREE = json.dumps(
    {"analysis": "So.", "findings": [item("a(x)"), item("b(x)"), item("c(x)")], "needs": [{"symbol": "f"}]}
)


def kept(text: str) -> list[str]:
    return [claim.quote for claim in parse_cut_reply(text).claims]


@pytest.mark.parametrize("form", ["{}", "```json\n{}", "Here it is:\n\n{}", "\ufeff{}"])
def test_L15_whole_items_of_a_reply_that_broke_off_are_kept(form: str) -> None:
    third = THREE.index("c(x)")
    assert kept(form.format(THREE[:third])) == ["a(x)", "b(x)"]
    assert kept(form.format(THREE)) == ["a(x)", "b(x)", "c(x)"]


def test_L15_of_a_bare_array_too() -> None:
    array = json.dumps([item("a(x)"), item("b(x)")])
    assert kept(array[:-4]) == ["a(x)"]
    assert kept(f"```json\n{array[:-4]}") == ["a(x)"]


@given(st.integers(0, len(THREE)))
def test_L15_wherever_a_reply_breaks_off_only_whole_items_are_kept(at: int) -> None:
    quotes = kept(THREE[:at])
    assert quotes == ["a(x)", "b(x)", "c(x)"][: len(quotes)]
    closed = sum(THREE[:at].count(json.dumps(item(f"{name}(x)"))) for name in "abc")
    assert len(quotes) == closed


def test_L15_a_bad_item_of_a_cut_reply_is_named() -> None:
    reply = parse_cut_reply(
        f'{{"findings": [{raw(severity=chr(34) + "?" + chr(34))}, {json.dumps(ITEM)}, {{"qu'
    )
    assert ([claim.quote for claim in reply.claims], len(reply.rejected)) == (["eval(x)"], 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"analysis": "The \\"findings\\": [{}] are',
        '{"findings": [',
        "[" * 200_000,
        '{"findings": [[[',
    ],
)
def test_L15_nothing_whole_is_nothing_kept(text: str) -> None:
    assert kept(text) == []


def test_L20_duplicates_are_all_counted_and_a_list_without_end_is_no_review() -> None:
    assert len(parse_reply(json.dumps([ITEM] * 1_000)).claims) == 1_000
    with pytest.raises(ReplyError, match=r"lists 2,001 findings"):
        parse_reply(json.dumps([ITEM] * (MOST_ITEMS + 1)))
    assert len(parse_cut_reply(json.dumps([ITEM] * (MOST_ITEMS + 1))[:-1]).claims) == MOST_ITEMS


def test_L20_a_text_of_ten_megabytes_is_no_reply() -> None:
    with pytest.raises(ReplyError, match="longer than 1,000,000 characters"):
        parse_reply(json.dumps({"analysis": "x" * 10_000_000, "findings": []}))
    assert kept("x" * 10_000_000) == []


@pytest.mark.parametrize(
    "text",
    [
        '{"' * 500_000,
        '[{"a": ' * 140_000,
        '"findings": [' * 76_000,
        '{"findings": [' + '{"a": 1}, ' * 99_000,
        "{" + '"' * 900_000,
        "\\" * 999_999,
        "`" * 999_999,
        '{"findings": [' * 71_000,
        '{"a": "' + "\\n" * 400_000,
    ],
    ids=range(9),
)
def test_L20_hostile_text_as_long_as_may_be_is_read_soon(text: str) -> None:
    started = time.process_time()
    with pytest.raises(ReplyError):
        parse_reply(text)
    parse_cut_reply(text)
    assert time.process_time() - started < 10
