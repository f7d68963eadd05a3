import unicodedata

import pytest
from hypothesis import given

from reviewbot.sinks.escape import clip, code, line, markdown, name, visible
from sinks.hostile import ACTING, COMMAND, LIVE, hostile, kinds, prose, tokens

INLINE = {"inline", "text", "paragraph_open", "paragraph_close", "html_inline", "code_inline"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x\u202eyp.py", r"x\u{202E}yp.py"),
        ("a\u200bb\ufeff", r"a\u{200B}b\u{FEFF}"),
        ("\U000e0041", r"\u{E0041}"),
        ("\x1b[2J\x9b\x07", r"\u{1B}[2J\u{9B}\u{7}"),
        ("\udcff.py", r"\u{DCFF}.py"),
        ("naïve 日本 😀 “x” y", "naïve 日本 😀 “x” y"),
    ],
)
def test_what_would_act_is_shown_as_its_code_point(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_no_category_of_invisible_characters_is_forgotten() -> None:
    unseen = [
        char
        for char in map(chr, range(0x110000))
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and visible(char) == char
    ]
    assert unseen == []


def test_only_the_controls_asked_for_are_kept() -> None:
    assert visible("a\n\tb\r", keep="\n") == "a\n\\u{9}b\\u{D}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::set-output name=a::b", r"\u{3A}:set-output name=a::b"),
        ("  \u00a0::debug::x", "  \u00a0\\u{3A}:debug::x"),
        ("a\n::debug::x", "a\n\\u{3A}:debug::x"),
        ("text ##[group]x", r"text \u{23}#[group]x"),
        ("##vso[task]", r"\u{23}#vso[task]"),
        ("std::string is no command, ## neither", "std::string is no command, ## neither"),
    ],
)
def test_a_command_to_the_ci_runner_is_no_command_any_more(text: str, shown: str) -> None:
    assert visible(text, keep="\n") == shown


@given(hostile)
def test_a_line_is_one_line_that_any_stream_can_hold(text: str) -> None:
    shown = line(text)
    assert "\n" not in shown
    assert not ACTING.search(shown)
    assert not COMMAND.search(shown)
    assert shown.encode().decode() == shown


@given(hostile)
def test_prose_renders_as_one_paragraph_of_plain_text(text: str) -> None:
    rendered = f"{markdown(text)}\n"
    assert kinds(rendered) <= INLINE
    assert [token.type for token in tokens(rendered)].count("paragraph_open") <= 1
    assert {token.content for token in tokens(rendered) if token.type == "html_inline"} <= {
        "<span>",
        "</span>",
    }
    assert not LIVE.search(prose(rendered))


@given(hostile)
def test_prose_stays_inside_its_heading_cell_and_item(text: str) -> None:
    table = f"| a | b |\n| - | - |\n| {markdown(text)} | {name(text)} |\n"
    shape = [token.type for token in tokens(table) if token.type in {"tr_open", "td_open", "paragraph_open"}]
    assert shape == ["tr_open", "tr_open", "td_open", "td_open"]
    assert kinds(f"### {markdown(text)}\n") <= INLINE | {"heading_open", "heading_close"}
    item = [token.type for token in tokens(f"- x {markdown(text)}\n")]
    assert item.count("list_item_open") == item.count("paragraph_open") == 1


@given(hostile, hostile)
def test_texts_beside_each_other_make_nothing_new(one: str, other: str) -> None:
    rendered = f"{markdown(one)} {name(other)} · {markdown(other)}{markdown(one)} [CWE-1](https://ours)"
    assert not kinds(rendered) & {"image", "heading_open", "html_block", "em_open", "strong_open", "s_open"}
    assert [token.attrs.get("href") for token in tokens(rendered) if token.type == "link_open"] == [
        "https://ours"
    ]


@given(hostile)
def test_a_fence_holds_all_of_its_code(text: str) -> None:
    blocks = list(tokens(f"{code(text, 'a.py')}\n\nafter\n"))
    assert [block.type for block in blocks if block.level == 0][:2] == ["fence", "paragraph_open"]
    assert blocks[0].info == "py"
    assert blocks[0].content.count("\n") == text.count("\n") + 1
    assert not COMMAND.search(blocks[0].content)


@pytest.mark.parametrize("path", ["x.mermaid", "x.geojson", "x.math", "Makefile", "x.py`", "x.p y"])
def test_a_fence_is_coloured_for_languages_we_know_only(path: str) -> None:
    assert code("x", path).startswith("```\n")


def test_code_in_backticks_stays_code_in_prose() -> None:
    assert markdown("`a*b` may be * `|`") == r"`a*b` may be \* `\u{7C}`"


def test_a_name_with_backticks_is_one_code_span() -> None:
    spans = [token.content for token in tokens(name("`a``b")) if token.type == "code_inline"]
    assert spans == ["`a``b"]


@pytest.mark.parametrize("text", ["\n", " ", "#", ":", "`", "[", "www", "a:", "\\", "a.  ", "##a"])
def test_a_long_text_takes_no_longer_than_its_length(text: str) -> None:
    # A regular expression that backtracks would take minutes.
    assert markdown(text * 50_000) is not None
    assert visible(text * 50_000, keep="\n") is not None


def test_what_is_cut_is_counted() -> None:
    assert clip("abcdef", 4) == "abcd… (2 more characters)"
    assert clip("abcd", 4) == "abcd"
