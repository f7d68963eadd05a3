"""The file of a baseline: what is written is read back, and what is not of its form is an error."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baseline.accepting import IDS, baselines, entry, said
from reviewbot.baseline import Baseline, entry_of, read_baseline, render_baseline
from reviewbot.errors import UsageError
from sinks.samples import HOSTILE, finding

WRITTEN = """\
# Findings that reviewbot does not report, each with the reason. Written by `reviewbot baseline write`, which
# keeps entries but no comments.
schema = "reviewbot/baseline/v1"

[[accepted]]
fingerprint = "0000000000000001"
path = "a.py"
cwe = "CWE-79"
title = "Page built from \\"text\\""
reason = "C:\\\\ \\u202E \\U000E0001"
owner = "ann"
expires = 2027-01-31
seen_by = ["static"]

[[accepted]]
fingerprint = "0000000000000000"
path = "app/db.py"
cwe = "CWE-89"
title = "SQL injection by string formatting"
reason = "goes with the old page"
seen_by = ["model", "static"]
"""
ODD = entry(
    1,
    path="a.py",
    cwe="CWE-79",
    title='Page built from "text"',
    reason="C:\\ \u202e \U000e0001",
    owner="ann",
    expires=date(2027, 1, 31),
    seen_by=("static",),
)


def test_it_reads_well_in_a_diff() -> None:
    assert render_baseline(Baseline().with_more((entry(), ODD))) == WRITTEN
    assert read_baseline(WRITTEN.encode()).entries == (ODD, entry())


@given(baselines)
def test_what_is_written_is_read_back(baseline: Baseline) -> None:
    text = render_baseline(baseline)
    assert read_baseline(text.encode()) == baseline
    assert render_baseline(read_baseline(text.encode())) == text
    assert text.isprintable() or set(filter(lambda char: not char.isprintable(), text)) == {"\n"}


def test_whatever_a_finding_holds() -> None:
    odd = finding(path="x\udcff\ud800.py", title=HOSTILE * 50, cwe="CWE-nonsense\n")
    known = Baseline((entry_of(odd, "why \udcff", "ann\ud800"),))
    assert read_baseline(render_baseline(known).encode()) == known


def test_what_is_there_stays_as_it_is() -> None:
    known = Baseline((entry(reason="first"),)).with_more((entry(reason="second"), entry(1)))
    assert [one.reason for one in known.entries] == ["first", "goes with the old page"]
    assert known.without((entry(1),)).entries == (entry(reason="first"),)


HEAD = 'schema = "reviewbot/baseline/v1"\n'
BLOCK = WRITTEN[WRITTEN.rindex("[[accepted]]") :]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "schema is None, this version knows 'reviewbot/baseline/v1'"),
        ('schema = "reviewbot/baseline/v9"', "schema is 'reviewbot/baseline/v9', this version knows"),
        (HEAD + "more = 1", "unknown key 'more'"),
        (HEAD + "accepted = 1", "accepted is no list of tables"),
        (HEAD + "accepted = [1]", "accepted is no list of tables"),
        (HEAD + BLOCK + "severity = 1", "entry 1 (app/db.py): unknown key 'severity'"),
        (HEAD + BLOCK + BLOCK, "entry 2 (app/db.py) has the fingerprint of entry 1"),
        (HEAD + BLOCK.replace("0000000000000000", "xyz"), "entry 1 (app/db.py): fingerprint has 16 digits"),
        (HEAD + BLOCK.replace("reason =", "owner ="), "entry 1 (app/db.py): reason is missing"),
        (HEAD + BLOCK.replace("goes with the old page", "  "), "entry 1 (app/db.py): reason is empty"),
        (HEAD + BLOCK.replace("app/db.py", ""), f"entry 1 ({IDS[0]}): path is empty"),
        (HEAD + BLOCK.replace('"app/db.py"', "7"), "entry 1 (7): path is no text in quotes"),
        (HEAD + BLOCK + "owner = true", "entry 1 (app/db.py): owner is no text in quotes"),
        (HEAD + BLOCK + f'owner = "{"x" * 201}"', "entry 1 (app/db.py): owner has more than 200 characters"),
        (HEAD + BLOCK + 'expires = "2027-01-31"', "entry 1 (app/db.py): expires is no date"),
        (HEAD + BLOCK + "expires = 2027-01-31T00:00:00Z", "entry 1 (app/db.py): expires is no date"),
        (HEAD + BLOCK.replace('["model", "static"]', "[]"), "entry 1 (app/db.py): seen_by is no list"),
        (HEAD + BLOCK.replace('["model", "static"]', '"model"'), "entry 1 (app/db.py): seen_by is no list"),
        (HEAD + "[[accepted", "is not TOML: "),
        ("x = " + "[" * 50_000, "is not TOML: "),
        ("é".encode("latin-1"), "is not TOML: 'utf-8' codec"),
        (b" " * 4_000_001, "has 4,000,001 bytes, more than any baseline"),
    ],
)  # fmt: skip
def test_what_is_not_of_its_form_is_an_error_with_its_place(text: str | bytes, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_baseline(text if isinstance(text, bytes) else text.encode(), "base.toml")
    assert message in caught.value.message
    assert caught.value.message.startswith("base.toml")
    assert caught.value.hint


@given(st.binary(max_size=60) | st.builds(lambda text: (HEAD + text).encode(), said))
def test_no_file_does_more_than_fail(blob: bytes) -> None:
    try:
        baseline = read_baseline(blob)
    except UsageError:
        return
    assert not baseline.entries
    assert tomllib.loads(blob.decode())["schema"]


def test_a_key_without_end_is_refused_at_once() -> None:
    with pytest.raises(UsageError, match="has a key of more than"):
        read_baseline(b"a." * 100_000 + b"a = 1\n")
