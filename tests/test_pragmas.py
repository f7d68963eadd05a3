"""A comment that asks to look away is heeded where it can be believed, and told of where it is not."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim
from reviewbot.diff import Target
from reviewbot.findings import Severity, Status
from reviewbot.pragmas import IGNORED, heed
from reviewbot.review import Redaction, Review
from reviewbot.spans import Side
from reviewbot.triage import Triage, triage
from reviewers.static.reading import change

CHANGE, SWEEP = Target("range", "shop"), Target("sweep", "shop")
WHY = "the id is a number"
PRAGMA = f"reviewbot: ignore[CWE-89] {WHY}"


def heeded(  # noqa: PLR0913 - what a pragma depends on
    code: str,
    line: int,
    path: str = "app.py",
    *,
    cwe: str = "CWE-89",
    severity: Severity = Severity.MEDIUM,
    owns: list[tuple[int, int]] | None = None,
    complete: bool = True,
    target: Target = CHANGE,
    status: Status = Status.NEW,
) -> Triage:
    """What is left of one claim about one line; `owns` are the lines that the change has added."""
    chunk = change(code, path, owns=owns, complete=complete)
    said = replace(claim(code.split("\n")[line - 1], cwe=cwe, line=line, severity=severity), status=status)
    return heed(triage([Review(chunk, "model", (said,))]), target)


def is_ignored(left: Triage) -> bool:
    assert left.claimed == len(left.findings) + left.merged + len(left.dropped) == 1
    return not left.findings


def test_on_the_line_and_above_it() -> None:
    assert is_ignored(heeded(f"run(x)  # {PRAGMA}\n", 1))
    assert is_ignored(heeded(f"# {PRAGMA}\nrun(x)\n", 2))
    assert not is_ignored(heeded(f"run(x)\n# {PRAGMA}\n", 1))
    assert not is_ignored(heeded(f"# {PRAGMA}\n\nrun(x)\n", 3))
    assert not is_ignored(heeded(f"y = 1  # {PRAGMA}\nrun(x)\n", 2))


def test_the_reason_stands_with_what_is_dropped_and_the_finding_keeps_its_name() -> None:
    line = f"run(x)  # {PRAGMA}"
    before = triage([Review(change(line), "model", (claim(line, severity=Severity.LOW),))])
    (dropped,) = heed(before, CHANGE).dropped
    assert (dropped.reason, dropped.path) == (f"{IGNORED}{WHY}", "app.py")
    assert dropped.id == before.findings[0].id


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("a.py", "# {}"),
        ("a.js", "// {}"),
        ("a.js", "/* {} */"),
        ("a.tsx", "{{/* {} */}}"),
        ("a.sql", "-- {}"),
        ("a.html", "<!-- {} -->"),
        ("a.j2", "{{# {} #}}"),
        ("a.hbs", "{{{{!-- {} --}}}}"),
        ("a.hbs", "{{{{! {} }}}}"),
        ("a.erl", "% {}"),
        ("a.ini", "; {}"),
        ("a.bat", "REM {}"),
        ("a.vb", "' {}"),
        ("a.m4", "dnl {}"),
        ("a.jsp", "<%-- {} --%>"),
        ("a.erb", "<%# {} %>"),
        ("a.cshtml", "@* {} *@"),
        ("a.blade.php", "{{{{-- {} --}}}}"),
        ("a.ps1", "<# {} #>"),
        ("a.hs", "{{- {} -}}"),
        ("Dockerfile", "# {}"),
    ],
)
def test_in_the_way_of_each_language(path: str, line: str) -> None:
    left = heeded(f"{line.format(PRAGMA)}\nrun(x)\n", 2, path)
    assert is_ignored(left)
    assert left.dropped[0].reason == f"{IGNORED}{WHY}"


def test_in_php_between_its_tags() -> None:
    assert is_ignored(heeded(f"<p>\n<?php // {PRAGMA} ?>\n<?= $x ?>\n", 3, "a.php"))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("a.py", 'x = "# {}"'),
        ("a.py", "run(x, '{}')"),
        ("a.js", "f(`// {}`)"),
        ("a.sql", "select '-- {}'"),
        ("a.toml", 'a = "# {}"'),
        ("a.html", '<a title="<!-- {} -->">'),
    ],
)
def test_a_string_is_not_heard(path: str, line: str) -> None:
    left = heeded(f"{line.format(PRAGMA)}\n", 1, path)
    assert not is_ignored(left)
    assert not left.notes


def test_a_string_of_several_lines_is_not_heard() -> None:
    assert not is_ignored(heeded(f'x = """\n# {PRAGMA}\nrun(x)\n"""\n', 3))


def test_several_weaknesses_and_their_kin() -> None:
    line = "run(x)  # reviewbot: ignore[CWE-79, cwe-564] why\n"
    assert is_ignored(heeded(line, 1))  # CWE-564 is of the family of CWE-89
    assert is_ignored(heeded(line, 1, cwe="CWE-80"))
    assert not is_ignored(heeded(line, 1, cwe="CWE-22"))


@pytest.mark.parametrize(
    ("comment", "why"),
    [
        ("reviewbot: ignore", "it names no weakness, as in ignore[CWE-89]"),
        ("reviewbot: ignore because I say so", "it names no weakness, as in ignore[CWE-89]"),
        ("reviewbot: ignore[CWE-89]", "it gives no reason"),
        ("reviewbot: ignore[CWE-89] --", "it gives no reason"),
        ("reviewbot: disable[CWE-89] why", "the word that is heard is ignore, as in ignore[CWE-89]"),
        (
            "reviewbot: ignore[all] why",
            "what stands in its brackets is no list of weaknesses, as in ignore[CWE-89, CWE-79]",
        ),
    ],
)
def test_what_is_not_heard_is_told(comment: str, why: str) -> None:
    left = heeded(f"run(x)  # {comment}\n", 1)
    assert not is_ignored(left)
    assert left.notes == (f"`reviewbot: ignore` in app.py:1 was not heard: {why}.",)


def test_where_nobody_knows_what_a_comment_is() -> None:
    left = heeded(f"run(x)  # {PRAGMA}\n", 1, "notes.txt")
    assert not is_ignored(left)
    assert "what is a comment in this kind of file is not known" in left.notes[0]


def test_where_only_a_part_of_the_file_is_known() -> None:
    left = heeded(f"run(x)  # {PRAGMA}\n", 1, complete=False)
    assert not is_ignored(left)
    assert "only a part of the file is known" in left.notes[0]


def test_many_that_are_not_heard_are_counted() -> None:
    code = "".join(f"run({n})  # reviewbot: ignore\n" for n in range(13))
    chunk = change(code)
    said = tuple(claim(line, line=n) for n, line in enumerate(code.splitlines(), 1))
    notes = heed(triage([Review(chunk, "model", said)]), CHANGE).notes
    assert (len(notes), notes[-1]) == (11, "3 more comments like these were not heard.")


GRAVE = (f"run(x)  # {PRAGMA}\n", 1)


@pytest.mark.parametrize("severity", [Severity.HIGH, Severity.CRITICAL])
def test_one_that_comes_with_the_change_has_no_power_over_what_is_grave(severity: Severity) -> None:
    left = heeded(*GRAVE, severity=severity)
    assert not is_ignored(left)
    (said,) = left.findings[0].evidence
    assert said.endswith(f"it counts once merged: {WHY}")


@pytest.mark.parametrize("severity", [Severity.LOW, Severity.MEDIUM])
def test_it_has_over_the_rest(severity: Severity) -> None:
    assert is_ignored(heeded(*GRAVE, severity=severity))


OLD = f"# {PRAGMA}\nrun(x)\ny = 1\n"


def test_an_old_one_has_over_what_is_as_old_and_in_a_sweep_all_is() -> None:
    assert is_ignored(heeded(OLD, 2, severity=Severity.HIGH, owns=[(3, 3)], status=Status.PRE_EXISTING))
    assert not is_ignored(heeded(OLD, 2, severity=Severity.HIGH, owns=[(1, 1)], status=Status.PRE_EXISTING))
    assert is_ignored(heeded(OLD, 2, severity=Severity.HIGH, target=SWEEP))


@pytest.mark.parametrize("status", Status)
def test_an_old_one_does_not_cover_a_grave_line_that_the_change_puts_below_it(status: Status) -> None:
    left = heeded(OLD, 2, severity=Severity.HIGH, owns=[(2, 2)], status=status)
    assert not is_ignored(left)
    assert "over what a change makes" in left.findings[0].evidence[-1]
    assert is_ignored(heeded(OLD, 2, severity=Severity.MEDIUM, owns=[(2, 2)], status=status))


def test_an_old_one_does_not_cover_what_a_change_elsewhere_has_made_dangerous() -> None:
    assert not is_ignored(heeded(OLD, 2, severity=Severity.HIGH, owns=[(3, 3)], status=Status.NEW))


def test_the_one_with_power_is_heard_beside_one_without() -> None:
    code = f"# {PRAGMA}\n# reviewbot: ignore[CWE-89] new\nrun(x)\n"
    left = heeded(code, 3, severity=Severity.HIGH, owns=[(2, 2)], status=Status.PRE_EXISTING)
    assert left.dropped[0].reason == f"{IGNORED}{WHY}"


@pytest.mark.parametrize("filling", [" ", "*", "-"])
def test_a_line_of_any_length_is_read_at_once(filling: str) -> None:
    code = f"; {PRAGMA}{filling * 100_000}y\nx = 1\n"
    begun = time.process_time()
    left = heeded(code, 2, "a.ini", severity=Severity.LOW)
    assert time.process_time() - begun < 2
    assert left.dropped[0].reason.startswith(f"{IGNORED}{WHY}")


@pytest.mark.parametrize(
    ("path", "code", "line"),
    [
        ("a.py", f"# {PRAGMA}\nrun(\n    x,\n    y + z,\n)\n", 4),
        ("a.py", f"run(  # {PRAGMA}\n    x,\n    y,\n)\n", 3),
        ("a.js", f"// {PRAGMA}\nrows = db\n  .query(a)\n  .all(b);\n", 4),
        ("a.js", f"/*\n * {PRAGMA}\n * and more\n */\nrun(\n  x);\n", 6),
        ("a.sh", f"# {PRAGMA}\nrun \\\n  x\n", 3),
        ("a.py", f"run(\n    x,\n    # {PRAGMA}\n    y,\n)\n", 4),
        ("a.py", f"# {PRAGMA}\n# noqa: X100\nrun(x)\n", 3),
    ],
)
def test_above_a_statement_of_several_lines(path: str, code: str, line: int) -> None:
    assert is_ignored(heeded(code, line, path))


@pytest.mark.parametrize(
    ("code", "line"),
    [
        (f"run(\n    # {PRAGMA}\n    x,\n    y,\n)\n", 4),  # speaks of x
        (f"# {PRAGMA}\nif x:\n    run(y)\n", 3),
        (f"# {PRAGMA}\nx = 1\nrun(y)\n", 3),
        (f"# {PRAGMA}\ndef f():\n    run(y)\n", 3),
    ],
)
def test_of_other_statements_it_does_not_speak(code: str, line: int) -> None:
    assert not is_ignored(heeded(code, line))


def test_a_line_that_is_gone_has_no_comment() -> None:
    chunk = change(f"run(x)  # {PRAGMA}\n")
    removed = chunk.rows[0]._replace(sign="-")
    chunk = replace(chunk, rows=(removed,))
    said = claim(removed.text, line=1, severity=Severity.LOW)
    left = heed(triage([Review(chunk, "model", (said,))]), CHANGE)
    assert [finding.side for finding in left.findings] == [Side.OLD]


def test_no_secret_stands_in_a_reason() -> None:
    code = "run(x)  # reviewbot: ignore[CWE-89] the key hunter2hunter2 is old\n"
    review = Review(
        change(code),
        "model",
        (claim(code[:-1], line=1, severity=Severity.LOW),),
        redactions=(Redaction(9, "x", ("hunter2hunter2",)),),
    )
    (dropped,) = heed(triage([review]), CHANGE).dropped
    assert dropped.reason == f"{IGNORED}the key [secret] is old"


LINES = st.sampled_from(
    ["run(x)", f"run(x)  # {PRAGMA}", f"# {PRAGMA}", "# reviewbot: ignore", '"""', "run(", "x,", ")", ""]
)


@given(st.lists(LINES, min_size=1, max_size=12), st.sampled_from(Severity), st.sampled_from([CHANGE, SWEEP]))
def test_nothing_is_lost(lines: list[str], severity: Severity, target: Target) -> None:
    said = tuple(
        claim(text, line=number, severity=severity)
        for number, text in enumerate(lines, 1)
        if text.startswith("run(x)")
    )
    before = triage([Review(change("\n".join(lines) + "\n"), "model", said)])
    after = heed(before, target)
    assert after.claimed == len(after.findings) + after.merged + len(after.dropped)
    told = {one.id for one in after.findings} | {one.id for one in after.dropped}
    assert told == {one.id for one in before.findings}
