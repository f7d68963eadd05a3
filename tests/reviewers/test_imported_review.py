"""Another scanner's results in a review: on changed lines, tied to code that exists, and never a silence."""

from dataclasses import replace

import pytest

from builders import chunk_of
from reviewbot.history import compare, remember
from reviewbot.report import Report, Verdict
from reviewbot.spans import GapKind, Side, Span
from sarif_logs import CODE, place, result, review, run

FIXED = "\n".join(f"line{number} = {number}" for number in range(1, 41)) + "\n"


def found(report: Report) -> list[tuple[str, int, str]]:
    return [(one.path, one.line, one.quote) for one in report.findings]


def test_a_result_is_a_finding_with_its_scanner_as_source_and_engine() -> None:
    report, notes = review(run(result(), tool="Semgrep OSS"))
    assert found(report) == [("app.py", 3, "os.system('ls ' + name)")]
    assert (report.engines, report.findings[0].sources) == (("import/semgrep",), ("import/semgrep",))
    assert report.verdict is Verdict.FINDINGS
    assert notes == ["Results of import/semgrep: 1 on lines under review, 0 elsewhere."]


def test_results_outside_of_the_change_are_counted_and_not_reported() -> None:
    chunk = chunk_of(FIXED)
    chunk = replace(chunk, owns=(Span("app.py", Side.NEW, 10, 12),))
    results = [result(place(line=line)) for line in (9, 10, 12, 13, 999, 2**31 - 1)]
    report, notes = review(run(*results, result(place("other.py"))), pieces=[chunk])
    assert [line for _, line, _ in found(report)] == [10, 12]
    assert notes == ["Results of import/scanner: 2 on lines under review, 5 elsewhere."]


def test_a_result_of_many_lines_belongs_to_the_change_that_it_touches() -> None:
    chunk = replace(chunk_of(FIXED), owns=(Span("app.py", Side.NEW, 10, 12),))
    report, _ = review(
        run(result(place(line=8, endLine=11)), result(place(line=13, endLine=40))), pieces=[chunk]
    )
    assert [line for _, line, _ in found(report)] == [8]


def test_each_result_goes_to_the_chunk_that_owns_its_line() -> None:
    pieces = [chunk_of(CODE, path) for path in ("a/app.py", "b/app.py")]
    report, notes = review(
        run(result(place("file:///ci/repo/b/app.py")), result(place("/ci/repo/a/app.py"))), pieces=pieces
    )
    assert sorted(path for path, _, _ in found(report)) == ["a/app.py", "b/app.py"]
    assert notes == ["Results of import/scanner: 2 on lines under review, 0 elsewhere."]


def test_what_is_left_out_is_told() -> None:
    items = [result(suppressions=[{"kind": "external"}]), result(locations=[]), 7]
    _, notes = review(run(*items))
    assert notes == [
        (
            "Results of import/scanner: 0 on lines under review, 0 elsewhere, 1 suppressed,"
            " 1 that cannot be read, 1 without a line of a file."
        )
    ]


def test_a_line_that_has_moved_since_the_scan_is_found_by_what_the_scanner_saw() -> None:
    moved = result(place(line=1, snippet={"text": "os.system('ls ' + name)\n"}))
    report, _ = review(run(moved))
    assert found(report) == [("app.py", 3, "os.system('ls ' + name)")]


def test_a_line_that_is_gone_since_the_scan_is_dropped_in_sight() -> None:
    gone = result(place(line=3, snippet={"text": "os.popen(name).read()"}))
    report, _ = review(run(gone))
    assert report.findings == ()
    assert [one.reason for one in report.dropped] == ["the quoted code is not in the file"]


def test_a_snippet_that_is_a_part_of_its_line_is_in_its_place() -> None:
    report, _ = review(run(result(place(line=2, snippet={"text": "input()"}))))
    assert found(report) == [("app.py", 2, "name = input()")]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"results": None}, "its log holds no results of a scan"),
        ({"invocations": [{"executionSuccessful": False}]}, "it did not run to its end"),
        (
            {
                "invocations": [
                    {"executionSuccessful": True},
                    {"executionSuccessful": False, "exitCodeDescription": "x"},
                ]
            },
            "it did not run to its end: x",
        ),
        (
            {
                "invocations": [
                    {
                        "executionSuccessful": False,
                        "toolExecutionNotifications": [
                            {"level": "error", "message": {"text": "out of\nmemory"}}
                        ],
                    }
                ]
            },
            "it did not run to its end: out of memory",
        ),
    ],
)
def test_a_scan_that_failed_leaves_a_gap_over_every_line(fields: dict[str, object], reason: str) -> None:
    report, _ = review({**run(result()), **fields})
    (gap,) = report.gaps
    assert (gap.kind, gap.by, gap.reason) == (GapKind.FAILED, "import/scanner", reason)
    assert (report.verdict, report.coverage.failed) == (Verdict.INCOMPLETE, 3)
    assert len(report.findings) == (fields.get("results", 1) is not None)


def trouble(text: str, *uris: str, level: str = "error") -> dict[str, object]:
    places = [place(uri) for uri in uris]
    notice = {"level": level, "message": {"text": text}, "locations": places}
    return {"invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [notice]}]}


@pytest.mark.parametrize(
    "told",
    [trouble("syntax error", "file:///ci/b.py"), trouble("syntax error in b.py:3")],
    ids=["by its place", "by its words"],
)
def test_a_file_that_a_scanner_had_trouble_with_is_a_gap(told: dict[str, object]) -> None:
    pieces = [chunk_of(CODE, path) for path in ("a.py", "b.py")]
    results = [result(place("/ci/a.py")), result(place("/ci/b.py"))]
    report, _ = review({**run(*results), **told}, pieces=pieces)
    (gap,) = report.gaps
    assert gap.path == "b.py"
    assert gap.reason.startswith("it had trouble with the file: syntax error")
    assert len(report.findings) == 2


def test_trouble_elsewhere_is_a_note_and_a_warning_none() -> None:
    report, notes = review({**run(), **trouble("no rules for COBOL")})
    assert report.gaps == ()
    assert notes[1:] == ["import/scanner reports trouble of its own (1): no rules for COBOL"]
    assert len(review({**run(), **trouble("slow", level="warning")})[1]) == 1


def test_several_runs_of_one_scanner_are_one_reviewer() -> None:
    shell = result(properties={"cwe": "CWE-78"})
    report, notes = review(run(shell), run(result(place(line=1))), run(shell, tool="Other"))
    assert report.engines == ("import/scanner", "import/other")
    assert len(notes) == 2
    assert [one.sources for one in report.findings if one.line == 3] == [("import/other", "import/scanner")]


def test_results_that_name_no_weakness_are_one_defect_only_under_one_title() -> None:
    unused, shell = result(place(line=2), ruleId="unused"), result(ruleId="shell")
    report, _ = review(run(unused), run(shell, tool="Other"))
    assert [(one.line, one.title, one.confidence.label) for one in report.findings] == [
        (2, "unused", "medium"),
        (3, "shell", "medium"),
    ]


def test_a_password_that_a_scanner_found_is_shown_nowhere() -> None:
    secret = "hunter2-" + "hunter2"
    told = result(
        place(line=1),
        message={"text": f"Possible hardcoded password: '{secret}'"},
        properties={"cwe": "CWE-259"},
    )
    report, _ = review(run(told), pieces=[chunk_of(f"key = '{secret}'\nuse(key)\n")])
    (finding,) = report.findings
    assert finding.quote == "key = '[secret]'"
    assert secret not in repr(report)
    assert finding.explanation == "Possible hardcoded password: '[secret]' (rule shell)"


def test_a_weakness_near_passwords_hides_no_code() -> None:
    told = result(place("x.yml", 1), properties={"cwe": "CWE-522"})
    report, _ = review(run(told), pieces=[chunk_of("uses: actions/checkout@v4\n", "x.yml", language="yaml")])
    assert report.findings[0].quote == "uses: actions/checkout@v4"


def test_a_password_without_quotes_or_any_mark_is_covered_too() -> None:
    for line, shown in (("PASSWORD=abcd1234", "PASSWORD=[secret]"), ("abcd1234", "[secret]")):
        told = result(place("x.env", 1), properties={"cwe": "CWE-798"})
        report, _ = review(run(told), pieces=[chunk_of(f"{line}\n", "x.env", language="text")])
        assert report.findings[0].quote == shown


def test_what_a_scanner_saw_is_fixed_only_if_that_scanner_has_looked_again() -> None:
    before, _ = review(run(result()), run(tool="Other"))
    known = remember((), compare((), before))
    assert [one.engines for one in known] == [("import/scanner",)]
    assert compare(known, review(run())[0]).fixed == known
    assert compare(known, review(run(tool="Other"))[0]).not_seen == known
