"""No secret value leaves in a request, and no code around one is changed."""

import base64
import json
import time
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from builders import chunk_of
from reviewbot.chunks import Chunk, Limits, Row, plan
from reviewbot.errors import ReviewerError
from reviewbot.findings import MASK, Confidence
from reviewbot.reviewers.static.passages import Passage, Unreadable
from reviewbot.reviewers.static.secrets import Secret, Secrets
from reviewbot.reviewers.veil import MOST, Veil
from reviewbot.spans import Side
from reviewers.veiling import finding, knowing
from strategies import difference

TOKEN = "tk_9f8Ab3kLm2Qx7Zr5"
OTHER = "zz-4Hq8Wn2Rt6Yb1Vc3"
WEAK = "root"
SURE = Confidence.HIGH
GITHUB = "ghp_" + "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5"
BODY = "MIIEpAIBAAKCAQEAwJ8u3hT0fLw1aVbz8y0QeX7sR2n5kPqU4vDmC6tYgHjZoNiB"
PEM = f"-----BEGIN RSA {'PRIVATE'} KEY-----\n{BODY}\n{BODY[::-1]}\nab12==\n-----END RSA {'PRIVATE'} KEY-----"


@pytest.fixture(scope="module")
def secrets(compiled: Path) -> Secrets:
    return Secrets(compiled)


def covered(veil: Veil, chunk: Chunk) -> str:
    """The chunk's text as it is sent, once the veil has learned."""
    veil.learn([chunk])
    text = veil.cover(chunk.text)
    assert text.restore(text.text) == chunk.text
    assert text.text.count("\n") == chunk.text.count("\n")
    assert not veil.leaks(text.text)
    return text.text


def test_a_value_becomes_a_placeholder_of_its_kind_and_nothing_else_changes() -> None:
    shown = covered(knowing(TOKEN), chunk_of(f'a = 1\nkey = "{TOKEN}"  # mine\n'))
    assert shown == 'app.py (python)\n1+a = 1\n2+key = "<SECRET:api-key:1>"  # mine\n'


def test_equal_values_share_a_number_and_others_have_their_own() -> None:
    shown = covered(knowing(TOKEN, OTHER), chunk_of(f"{OTHER}\n{TOKEN} {OTHER}\n"))
    assert shown.split("\n")[1:3] == ["1+<SECRET:api-key:1>", "2+<SECRET:api-key:2> <SECRET:api-key:1>"]


def test_a_value_is_hidden_in_files_where_nobody_would_find_it() -> None:
    veil = knowing(TOKEN)
    veil.learn([chunk_of(f"key = {TOKEN}\n"), chunk_of("x\n", path="b.py")])
    assert TOKEN not in veil.cover(f"prefix{TOKEN}suffix").text


def test_a_short_or_common_value_is_hidden_where_it_was_found_and_nowhere_else() -> None:
    veil = Veil(lambda passage: finding([WEAK])(passage)[:1])
    shown = covered(veil, chunk_of('password = "root"\nroot = tree.root\nrole("root")\n'))
    assert shown.split("\n")[1:4] == [
        '1+password = "<SECRET:api-key:1>"',
        "2+root = tree.root",
        '3+role("root")',
    ]


@pytest.mark.parametrize(
    "value", ["12345678", "password1", "my-app-session", "aaaa1111aaaa", "changeme2024!"]
)
def test_a_word_that_code_may_hold_rewrites_no_code(value: str) -> None:
    veil = Veil(lambda passage: finding([value])(passage)[:1])
    shown = covered(veil, chunk_of(f'secret = "{value}"\nother({value})\n'))
    assert shown.split("\n")[1:3] == ['1+secret = "<SECRET:api-key:1>"', f"2+other({value})"]


def test_a_short_value_alone_on_its_line_is_hidden_there() -> None:
    assert "1+<SECRET:api-key:1>\n2+root(x)" in covered(knowing("root\n"), chunk_of("root\nroot(x)\n"))


def test_a_value_inside_a_longer_one_and_one_across_its_end_are_hidden_as_a_whole() -> None:
    long, across = f"db://me:{TOKEN}@host9", f"@host9/{OTHER}"
    shown = covered(knowing(TOKEN, long, across), chunk_of(f"url = {long}/{OTHER};\nkey = {TOKEN};\n"))
    assert shown.split("\n")[1:3] == ["1+url = <SECRET:api-key:1>;", "2+key = <SECRET:api-key:2>;"]


def test_of_two_values_with_one_beginning_the_longer_is_hidden() -> None:
    shown = covered(knowing(TOKEN, TOKEN + "Yw5"), chunk_of(f"{TOKEN}Yw5;\n{TOKEN};\n"))
    assert shown.split("\n")[1:3] == ["1+<SECRET:api-key:1>;", "2+<SECRET:api-key:2>;"]


def test_a_key_is_hidden_line_by_line_between_its_header_and_its_end(secrets: Secrets) -> None:
    shown = covered(Veil(secrets.search), chunk_of(f'"""\n{PEM}\n"""\n', path="key.py"))
    assert shown.split("\n")[2:7] == [
        f"2+-----BEGIN RSA {'PRIVATE'} KEY-----",
        "3+<SECRET:private-key:1>",
        "4+<SECRET:private-key:2>",
        "5+<SECRET:private-key:3>",
        f"6+-----END RSA {'PRIVATE'} KEY-----",
    ]


def test_a_key_in_one_string_is_known_in_lines_too(secrets: Secrets) -> None:
    one_line = PEM.replace("\n", "\\n")
    veil = Veil(secrets.search)
    assert BODY not in covered(veil, chunk_of(f'key = "{one_line}"\n'))
    assert veil.cover(f"12+{BODY}\n").text == "12+<SECRET:private-key:1>\n"


@pytest.mark.parametrize(
    "form",
    [
        base64.b64encode(b"tk/9f8&Ab3kLm+2Qx7Zr5").decode(),
        base64.b64encode(b"user:tk/9f8&Ab3kLm+2Qx7Zr5").decode(),
        base64.urlsafe_b64encode(b"me:tk/9f8&Ab3kLm+2Qx7Zr5!").decode(),
        quote("tk/9f8&Ab3kLm+2Qx7Zr5", safe=""),
        quote("tk/9f8&Ab3kLm+2Qx7Zr5"),
    ],
)
def test_a_value_is_known_in_base64_and_in_urls(form: str) -> None:
    veil = knowing("tk/9f8&Ab3kLm+2Qx7Zr5")
    shown = covered(veil, chunk_of(f"a = 'tk/9f8&Ab3kLm+2Qx7Zr5'\nb = '{form}'\n"))
    rest = shown.split("\n")[2].replace("<SECRET:api-key:2>", "")
    assert len(rest) <= len("2+b = ''") + 6 + 6


def test_a_value_is_known_in_json() -> None:
    value = 'tk"9f8\\Ab3é7Zr5'
    veil = knowing(value)
    veil.learn([chunk_of(f"{value}\n")])
    for form in (json.dumps({"a": value}), json.dumps({"a": value}, ensure_ascii=False)):
        assert veil.cover(form).text == '{"a": "<SECRET:api-key:1>"}'


def test_a_value_with_hidden_characters_is_known_as_it_is_shown() -> None:
    (chunk,) = plan([difference("a.py", "", "p = 'Tr0ub\u200b4dor&3x'\n")], Limits(), len).chunks
    assert "'<SECRET:api-key:1>'" in covered(knowing("Tr0ub\u200b4dor&3x"), chunk)


def test_removed_lines_are_searched_with_what_stood_around_them() -> None:
    old = f"a = 1\nkey = [\n  {TOKEN!r},\n]\n"
    (chunk,) = plan([difference("a.py", old, "a = 1\nkey = [\n]\n")], Limits(), len).chunks
    seen: list[str] = []

    def search(passage: Passage) -> list[Secret]:
        seen.append(passage.text)
        return finding([TOKEN])(passage)

    veil = Veil(search)
    assert "-  '<SECRET:api-key:1>'," in covered(veil, chunk)
    assert old in seen


def test_a_bare_diff_with_absurd_numbers_costs_nothing() -> None:
    (chunk,) = plan([difference("a.py", f"{TOKEN}\n", "x\n", margin=0)], Limits(), len).chunks
    assert chunk.file
    file = chunk.file
    far = replace(file.edits[0], new_start=2**31 - 2, old_start=2**31 - 2)
    far_file = replace(file, edits=(far,), excerpts=(replace(file.excerpts[0], start=2**31 - 2),))
    started = time.monotonic()
    assert TOKEN not in covered(knowing(TOKEN), replace(chunk, file=far_file))
    assert time.monotonic() - started < 5


def test_paths_and_code_of_other_files_are_searched_too() -> None:
    chunk = chunk_of("x = 1\n", path=f"keys/{TOKEN}.py")
    assert TOKEN not in covered(knowing(TOKEN), chunk)
    heading, _, rest = chunk.text.partition("\n")
    related = replace(chunk, text=f"{heading}\n> b.py:1 f\n> key = {OTHER}\n{rest}")
    assert "> key = <SECRET:api-key:1>" in covered(knowing(OTHER), related)


def test_a_chunk_without_its_file_is_searched_by_its_rows() -> None:
    rows = (Row("-", 1, f"old = {OTHER}"), Row("+", 1, f"new = {TOKEN}"))
    chunk = replace(
        chunk_of("x\n"), rows=rows, file=None, text="app.py (python)\n" + "".join(map(Row.render, rows))
    )
    shown = covered(knowing(TOKEN, OTHER), chunk)
    assert "old = <SECRET:api-key:1>\n1+new = <SECRET:api-key:2>" in shown


def test_two_files_of_one_path_are_both_searched() -> None:
    veil = knowing(TOKEN, OTHER)
    veil.learn([chunk_of(f"{TOKEN}\n"), chunk_of(f"{OTHER}\n")])
    assert veil.cover(f"{TOKEN} {OTHER}").text == "<SECRET:api-key:1> <SECRET:api-key:2>"


def test_a_value_that_the_bound_cuts_in_two_is_hidden_on_both_sides() -> None:
    chunks = plan([difference("a.js", "", f"x = '{TOKEN * 300}'\n")], Limits(900, 900), len).chunks
    assert len(chunks) > 5
    veil = knowing(TOKEN)
    veil.learn(chunks)
    sent = "".join(veil.cover(chunk.text).text for chunk in chunks)
    assert TOKEN[:8] not in sent
    assert TOKEN[-8:] not in sent


def test_what_a_look_up_finds_is_searched_before_it_is_shown() -> None:
    veil = knowing(TOKEN)
    look_up = veil.learning(lambda _names, _chunk: f"> b.py:1 f\n> key = {TOKEN}\n")
    block = look_up(["f"], chunk_of("x\n"))
    assert TOKEN in block
    assert TOKEN not in veil.cover(block).text


def test_a_placeholder_that_stands_in_the_code_never_becomes_a_value() -> None:
    forged = "<SECRET:api-key:1>"
    text = f"# {forged}\nkey = {TOKEN}\n"
    veil = knowing(TOKEN)
    veil.learn([chunk_of(text)])
    hidden = veil.cover(text)
    assert hidden.text == f"# {forged}\nkey = <SECRET:api-key:2>\n"
    assert hidden.restore(f"# {forged}") == f"# {forged}"


def test_S17_a_key_of_the_environment_is_hidden_and_its_other_values_are_not() -> None:
    key = "sk-live-values-of-variables"
    secret = {"SHOP_API_KEY": key, "SECRET_CANARY": "9x8y7z6w5v4u", "ROOT_KEY": TOKEN}
    others = {
        "HOME": "/home/somebody1",
        "CERT_KEY": "/etc/tls.key1",
        "DB_PASSWORD": "postgres",
        "SORT_KEY": "created_by_somebody",
    }
    code = " ".join([*secret.values(), *others.values()])
    hidden = "<SECRET:environment:1> <SECRET:environment:2> <SECRET:environment:3>"
    shown = covered(knowing(environ=secret | others), chunk_of(f"{code}\n"))
    assert shown.split("\n")[1] == " ".join([f"1+{hidden}", *others.values()])


def test_a_search_that_fails_says_that_nothing_was_sent() -> None:
    veil = Veil(lambda _: Unreadable("the search for secrets broke down on it"))
    with pytest.raises(ReviewerError, match="nothing was sent: the search"):
        veil.learn([chunk_of("x = 1\n")])


def test_more_values_than_can_be_told_apart_stop_everything() -> None:
    values = [f"tk_{n:06}Ab3kLm2Qx7" for n in range(MOST)]
    size = len(values[0])
    found = [Secret(at, at + size, "key", SURE) for at in range(0, MOST * (size + 1), size + 1)]
    veil = Veil(lambda passage: found if len(passage.lines) == MOST else [])
    with pytest.raises(ReviewerError, match="more secret values"):
        veil.learn([chunk_of("\n".join(values))])


def test_no_report_may_show_the_lines_of_either_side() -> None:
    (chunk,) = plan(
        [difference("a.py", f"old = {OTHER}\n", f"x = 1\nnew = '{TOKEN}'\n")], Limits(), len
    ).chunks
    veil = knowing(TOKEN, OTHER)
    veil.learn([chunk])
    old, new = sorted(veil.redactions(chunk), key=lambda redaction: redaction.line)
    assert (old.side, old.values) == (Side.OLD, (OTHER,))
    assert (new.line, new.shown, new.values) == (2, f"new = '{MASK}'", (TOKEN,))
    assert veil.redactions(chunk_of("x = 1\n")) == ()


def test_the_values_stand_in_no_representation() -> None:
    veil = knowing(TOKEN, environ={"API_KEY": OTHER})
    veil.learn([chunk_of(f"{TOKEN}\n")])
    assert TOKEN not in repr(veil) + repr(veil.cover(f"a {TOKEN}"))
    assert OTHER not in repr(veil)


def test_two_hundred_chunks_are_covered_in_a_second_with_a_thousand_values() -> None:
    values = [f"tk_{n:04}Ab3kLm2Qx7" for n in range(1_000)]
    text = "".join(f"{n}+value = compute(other, {n}) + something(else_)\n" for n in range(500)) + values[7]
    veil = Veil(lambda passage: knowing(*values).search(passage))
    veil.learn([chunk_of("\n".join(values))])
    started = time.monotonic()
    for _ in range(200):
        assert veil.cover(text).values
    assert time.monotonic() - started < 10


def test_real_secrets_of_many_kinds_are_hidden_by_the_scanner_itself(secrets: Secrets) -> None:
    shown = covered(Veil(secrets.search), chunk_of(f'a = "{GITHUB}"\npassword = "Tr0ub4dor&3x"\n'))
    assert shown.split("\n")[1:3] == ['1+a = "<SECRET:github-pat:1>"', '2+password = "<SECRET:password:1>"']
