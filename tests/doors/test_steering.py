"""Who changes what steers reviews is named, whatever form the change has."""

from dataclasses import replace

import pytest

from reviewbot.diff import Changeset, Edit, Excerpt, FileChange, Nature, Status, Target
from reviewbot.doors.steering import SteeringWatch
from reviewbot.findings import Finding, Severity
from reviewbot.spans import Gap, GapKind, Side
from sinks.samples import finding, report

RUNS = "jobs:\n  review:\n    steps:\n      - uses: acme/reviewbot@v1\n"


def modified(path: str, old: str, new: str, old_path: str = "") -> FileChange:
    before, after = tuple(old.splitlines()), tuple(new.splitlines())
    status = Status.MODIFIED if old and new else Status.ADDED if new else Status.DELETED
    return FileChange(
        path=path,
        old_path=old_path or path,
        status=status,
        nature=Nature.TEXT,
        edits=(Edit(1, before, 1, len(after)),) if before != after else (),
        excerpts=(Excerpt(1, after),) if after else (),
        complete=True,
    )


def seen(file: FileChange | Gap, **before: str) -> list[Finding]:
    texts = {name.replace("__", "/").replace("_dot_", "."): text for name, text in before.items()}
    watch = SteeringWatch(texts.get)
    assert list(watch.over(Changeset(Target("range", "shop"), (file,))).files) == [file]
    return watch.findings


@pytest.mark.parametrize(
    "path",
    [".reviewbot.toml", ".reviewbot-baseline.json", ".reviewbotignore", ".reviewbot/prompts/review.md"],
)
def test_S20_settings_of_the_review(path: str) -> None:
    (one,) = seen(modified(path, "", "engine = 'static'\n"))
    assert (one.path, one.side, one.line, one.severity) == (path, Side.NEW, 1, Severity.LOW)
    assert one.quote == "engine = 'static'"


def test_S20_the_baseline_is_told_of_as_what_it_is() -> None:
    (one,) = seen(modified(".reviewbot-baseline.toml", "", "x = 1\n"))
    assert (one.title, one.severity) == ("The baseline of accepted findings", Severity.LOW)
    assert "see that each reason holds" in one.explanation


def test_S20_settings_that_go_are_told_of_by_what_is_removed() -> None:
    (one,) = seen(modified(".reviewbot.toml", "votes = 3\n", ""))
    assert (one.side, one.line, one.quote) == (Side.OLD, 1, "votes = 3")


def test_S20_settings_that_are_moved_away_without_a_changed_line() -> None:
    (one,) = seen(modified("attic.toml", "votes = 3\n", "votes = 3\n", old_path=".reviewbot.toml"))
    assert (one.path, one.line, one.quote) == ("attic.toml", 1, "")


def test_S20_settings_that_cannot_be_read() -> None:
    assert seen(Gap(".reviewbot.toml", (), GapKind.SKIPPED, "policy", "a symbolic link"))


def test_S20_settings_behind_a_key_without_end_are_told_of() -> None:
    assert seen(modified("pyproject.toml", "", "tool.reviewbot." + "a." * 100_000 + "a = 1\n"))
    assert not seen(modified("pyproject.toml", "", "a." * 100_000 + "a = 1\n"))


def test_S20_our_table_of_pyproject_and_no_other() -> None:
    old = "[tool.reviewbot]\nvotes = 3\n"
    told = {"pyproject_dot_toml": old}
    assert not seen(modified("pyproject.toml", old, f"[project]\nname = 'x'\n{old}"), **told)
    assert seen(modified("pyproject.toml", old, "[tool.reviewbot]\nvotes = 1\n"), **told)
    assert seen(modified("pyproject.toml", old, ""), **told)
    assert seen(modified("pyproject.toml", old, "[tool.reviewbot\n"), **told)
    assert not seen(modified("app/pyproject.toml", old, ""))


@pytest.mark.parametrize(("old", "new"), [(RUNS, ""), ("", RUNS), (RUNS, "jobs: {}\n"), ("jobs: {}\n", RUNS)])
def test_S20_a_workflow_that_runs_the_review(old: str, new: str) -> None:
    assert seen(modified(".github/workflows/ci.yml", old, new), _dot_github__workflows__ci_dot_yml=old)


def test_a_workflow_that_has_nothing_to_do_with_reviews_is_not_told_of() -> None:
    old, new = "jobs: {}\n", "jobs: {a: b}\n"
    assert not seen(modified(".github/workflows/ci.yml", old, new), _dot_github__workflows__ci_dot_yml=old)


@pytest.mark.parametrize("path", [".gitattributes", "src/.gitattributes"])
@pytest.mark.parametrize("mark", ["linguist-generated", "linguist-vendored=true", "eol=lf linguist-vendored"])
def test_S20_files_that_no_sweep_is_to_read(path: str, mark: str) -> None:
    (one,) = seen(modified(path, "", f"*.txt eol=lf\nsrc/** {mark}\n"))
    assert (one.path, one.line, one.title) == (path, 2, "Files are called generated or vendored")


@pytest.mark.parametrize("line", ["*.py eol=lf", "a.py -linguist-vendored", "a.py linguist-generated=false"])
def test_attributes_that_hide_nothing_are_not_told_of(line: str) -> None:
    assert not seen(modified(".gitattributes", "", f"{line}\n"))
    assert not seen(modified(".gitattributes", "a linguist-vendored\n", f"{line}\n"))
    assert not seen(modified("docs/gitattributes", "", "a linguist-vendored\n"))


def test_S20_attributes_by_another_name_or_from_elsewhere() -> None:
    macro = "[attr]ours linguist-generated\n"
    assert seen(modified(".gitattributes", macro, f"{macro}src/** ours\n"))
    marks = "src/** linguist-generated\n"
    assert seen(modified("src/.gitattributes", marks, marks, old_path="a.txt"))


@pytest.mark.parametrize(
    "off", ["-linguist-generated", "!linguist-vendored", "linguist-generated=no", "mine"]
)
def test_S20_an_exception_that_goes_hides_what_it_kept(off: str) -> None:
    wide = "[attr]mine -linguist-generated\nsrc/* linguist-generated\n"
    (one,) = seen(modified(".gitattributes", f"src/auth.py {off}\n", ""), _dot_gitattributes=wide)
    assert (one.side, one.line, one.quote) == (Side.OLD, 1, f"src/auth.py {off}")
    moved = modified("attic", "x\n", "x\n", old_path="src/.gitattributes")
    assert seen(moved, src___dot_gitattributes=f"auth.py {off}\n", _dot_gitattributes=wide)


@pytest.mark.parametrize("nature", [Nature.BINARY, Nature.SYMLINK])
def test_S20_attributes_that_are_no_text_count(nature: Nature) -> None:
    file = modified(".gitattributes", "", "")
    assert seen(replace(file, status=Status.MODIFIED, nature=nature))
    assert seen(Gap("src/.gitattributes", (), GapKind.FAILED, "source", "gone"))


def test_S20_a_macro_of_the_root_used_elsewhere() -> None:
    root = "[attr]theirs linguist-vendored\n[attr]ours theirs\n"
    assert seen(modified("sub/.gitattributes", "", "* ours\n"), _dot_gitattributes=root)


def test_attributes_beside_a_macro_and_in_comments_are_not_told_of() -> None:
    macro = "[attr]ours linguist-generated\n"
    file = modified(".gitattributes", "", "*.png binary\n")
    whole = replace(file, edits=(Edit(2, (), 2, 1),), excerpts=(Excerpt(1, (macro.strip(), "*.png binary")),))
    assert not seen(whole, _dot_gitattributes=macro)
    assert not seen(modified(".gitattributes", "", "# we do not use linguist-generated here\n"))


def test_S28_a_comment_that_asks_to_look_away_is_listed_at_its_line() -> None:
    (one,) = seen(modified("a.py", "", "x = 1\neval(y)  # reviewbot: ignore\n"))
    assert (one.line, one.quote) == (2, "eval(y)  # reviewbot: ignore")


def test_S28_every_one_that_a_file_gets_is_named() -> None:
    (one,) = seen(modified("a.py", "", "x = 1\n" + "eval(y)  # reviewbot: ignore[CWE-95] ours\n" * 13))
    assert one.line == 2
    assert one.explanation.endswith("at: 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more.")


@pytest.mark.parametrize(
    "text", ["// ReviewBot : disable-next-line", "<!-- reviewbot:skip -->", "# reviewbot: off"]
)
def test_S28_its_forms(text: str) -> None:
    assert seen(modified("a.txt", "", f"{text}\n"))


def test_S28_one_that_was_there_before_is_not_news() -> None:
    assert not seen(modified("a.py", "eval(y)  # reviewbot: ignore\n", "x = 2\n"))


def test_what_is_seen_stands_in_the_report_whatever_its_threshold() -> None:
    watch = SteeringWatch(lambda _: None)
    changes = watch.over(
        Changeset(Target("range", "shop"), (modified(".reviewbot.toml", "", "votes = 1\n"),))
    )
    assert list(changes.files)
    concluded = watch.conclude(report(findings=(finding(),)))
    assert [one.path for one in concluded.findings] == ["app/db.py", ".reviewbot.toml"]


def test_the_same_change_has_the_same_identity_wherever_it_stands() -> None:
    (first,) = seen(modified("a.py", "", "eval(y)  # reviewbot: ignore\n"))
    (second,) = seen(modified("a.py", "", "x = 1\neval(y)  # reviewbot: ignore\n"))
    assert first.id == second.id
