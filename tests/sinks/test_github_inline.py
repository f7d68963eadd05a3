import pytest
from hypothesis import given, settings

from reviewbot.forge.state import finding_of
from reviewbot.sinks.github_inline import LIMIT, render_inline
from sinks import samples
from sinks.hostile import ACTING, COMMAND, LIVE, PAYLOADS, hostile, kinds, prose, tokens
from sinks.pages import OURS, SUMMARY, hostile_report
from sinks.samples import finding

QUOTE = '    cursor.execute("SELECT * FROM users WHERE id = %s" % uid)'
CODE = 'cursor.execute("SELECT * FROM users WHERE id = %s", (uid,))'


def test_a_comment_with_a_suggestion() -> None:
    assert render_inline(finding(fix=CODE)) == (
        "<!-- reviewbot:finding 0123456789abcdef -->\n"
        "**High: SQL injection by string formatting**\n\n"
        "The id comes from the request and becomes part of the statement.\n\n"
        f"```suggestion\n    {CODE}\n```\n\n"
        "<details><summary>Why</summary>\n\n"
        "Whoever calls the page can read every table, and with stacked queries change them.\n\n"
        "</details>\n\n"
        "<sub>CWE-89 · model + static/ruff, high confidence</sub>\n"
    )


def test_where_github_takes_no_suggestion_the_code_is_shown_as_code() -> None:
    shown = render_inline(finding(fix=CODE), suggest=False)
    assert f"```py\n    {CODE}\n```" in shown
    assert "suggestion" not in shown


def test_advice_is_no_suggestion() -> None:
    shown = render_inline(finding())
    assert "**Fix:** Pass it as a parameter: cursor.execute(" in shown
    assert "```" not in shown


def test_a_long_fix_is_folded() -> None:
    shown = render_inline(samples.FINDINGS[3])
    assert "<details><summary>How to fix it</summary>\n\n**Fix:**\n\n```\nRevoke it." in shown


def test_the_marker_stands_at_the_very_beginning() -> None:
    assert finding_of(render_inline(finding())) == "0123456789abcdef"


@pytest.mark.parametrize("wrong", ["", "0123", "0123456789ABCDEF", "-->" + "0" * 13, "0123456789abcdef\n"])
def test_S15_what_is_no_id_makes_no_marker(wrong: str) -> None:
    shown = render_inline(finding(id=wrong, title="<!-- reviewbot:finding 0123456789abcdef -->"))
    assert finding_of(shown) is None
    assert not shown.startswith("<!--")


def check(text: str) -> None:
    shown = render_inline(hostile_report(text).findings[0])
    body = shown.partition("\n")[2]
    html = {row for t in tokens(body) if t.type.startswith("html_") for row in t.content.strip().split("\n")}
    assert {tag for tag in html if not SUMMARY.fullmatch(tag)} <= OURS
    assert not {"image", "link_open", "heading_open"} & kinds(body)
    assert not [token for token in tokens(body) if token.info == "suggestion"]
    assert not LIVE.search(prose(body))
    assert not ACTING.search(body.replace("\n", ""))
    assert not COMMAND.search(body)
    assert finding_of(shown) == "0123456789abcdef"
    assert finding_of(body) is None


@settings(deadline=None, max_examples=60)
@given(hostile)
def test_no_text_makes_markup(text: str) -> None:
    check(text)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_S10_to_S13_no_known_attack_makes_markup(payload: str) -> None:
    check(f"a {payload} b")


@pytest.mark.parametrize("char", ["x", "$", "@", "`", "\n", "\u202e"])
def test_no_comment_is_long(char: str) -> None:
    long = char * 100_000
    found = finding(title=long, explanation=f"{long}. A{long}", fix=long, quote=long, cwe=long)
    assert len(render_inline(found)) < 65_536
    assert len(render_inline(finding(title="x" * 9_999, explanation="x" * 9_999, fix="x" * 9_999))) < LIMIT
