"""Which files, which repositories, which part of them; and what is remembered of it all."""

import json
import subprocess
from pathlib import Path

import pytest

from command import Command
from repositories import commit, git
from reviewbot.sources.tree import git_tree
from reviewbot.sweeping.estate import Estate
from sweeping.trees import function, memory, repository

BAD = "import subprocess\n\ndef run(request):\n    subprocess.call(request.args['x'], shell=True)\n"
STATIC = ("--engine", "static", "--format", "json")


def paths(report: dict[str, object]) -> set[str]:
    return {finding["path"] for finding in report["findings"]}  # type: ignore[attr-defined]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Two commits: a defect in each, and files that git's attributes mark."""
    place = repository(
        tmp_path / "shop",
        {
            "old.py": BAD,
            "made/client.py": BAD,
            "made/server.py": BAD,
            ".gitattributes": "made/client.py linguist-generated\nmade/server.py linguist-vendored=true\n",
        },
    )
    commit(place, {"new.py": BAD, "docs/guide.py": BAD})
    return place


def test_attributes_say_what_is_generated_and_vendored(reviewbot: Command, shop: Path) -> None:
    report = reviewbot("sweep", shop, *STATIC, cwd=shop).report
    assert paths(report) == {"old.py", "new.py", "docs/guide.py"}
    skipped = {gap["path"]: gap["reason"] for gap in report["coverage"]["gaps"]}
    assert skipped == {
        "made/client.py": "generated: .gitattributes says so",
        "made/server.py": "vendored: .gitattributes says so",
    }
    assert report["coverage"]["skipped_lines"] == 2 * len(BAD.splitlines())


def test_a_believed_mark_is_never_silent(reviewbot: Command, shop: Path) -> None:
    said = "8 lines in 2 files left out by .gitattributes"
    text = reviewbot("sweep", shop, "--engine", "static", cwd=shop)
    assert text.out.splitlines()[0].endswith(f"; {said}")
    page = reviewbot("sweep", shop, "--engine", "static", "--format", "markdown", cwd=shop)
    assert said.replace(" ", "") in page.out.splitlines()[0].replace(" ", "").replace("\\", "")


def test_marks_that_leave_nothing_to_read_are_no_all_clear(reviewbot: Command, tmp_path: Path) -> None:
    files = {".gitattributes": "* linguist-vendored\n", "src/a.py": BAD}
    place = repository(tmp_path / "shop", files)
    ran = reviewbot("sweep", place, "--engine", "static", cwd=tmp_path)
    assert ran.out.startswith("Incomplete: nothing was read; 5 lines in 2 files left out by .gitattributes\n")
    assert ran.code == 3
    again = reviewbot("sweep", place, *STATIC, cwd=tmp_path)
    assert (again.code, again.report["verdict"]) == (3, "incomplete")
    commit(place, {"src/b.py": BAD})
    part = reviewbot("sweep", place, "--engine", "static", "--changed-since", "HEAD~", cwd=tmp_path)
    assert part.code == 0
    assert part.out.startswith(
        "Nothing to review: 4 lines, all skipped by policy; 4 lines in 1 file left out by"
    )


def test_whether_marks_hold_depends_on_no_commit_and_no_number_of_endings(tmp_path: Path) -> None:
    made = {f"made/a.x{number}": "x\n" for number in range(300)}
    files = {".gitattributes": "*[g-z].py linguist-generated\nmade/ -diff\n*.x* linguist-generated\n"}
    tree = git_tree(repository(tmp_path / "shop", {**files, **made, "shop.py": BAD}))
    assert tree.marked.keys() == {*made, "shop.py"}


def test_a_link_is_no_file_of_attributes(tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", {"made.txt": "*.py linguist-generated\n", "a.py": BAD})
    (place / ".gitattributes").symlink_to("made.txt")
    git(place, "add", ".")
    git(place, "commit", "-qm", "link")
    assert not git_tree(place).marked


def test_attributes_of_the_machine_mark_nothing(tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", {".gitattributes": "*.js linguist-generated\n", "a.py": BAD})
    (tmp_path / "mine").write_text("*.py linguist-generated\n")
    git(place, "config", "core.attributesFile", str(tmp_path / "mine"))
    assert not git_tree(place).marked


def test_a_path_that_git_would_not_check_out_loses_no_sweep(tmp_path: Path) -> None:
    files = {".gitattributes": "*.js linguist-generated\n", "a.js": BAD, "b.py": BAD}
    place = repository(tmp_path / "shop", files)
    blob = git(place, "rev-parse", "HEAD:b.py")
    inner = _tree(place, f"100644 blob {blob}\tevil.py\n100644 blob {blob}\t.gitattributes\n")
    listed = git(place, "ls-tree", "HEAD")
    odd = _tree(
        place, f"{listed}\n040000 tree {inner}\t.git\n040000 tree {inner}\tgit~1\n040000 tree {inner}\t..\n"
    )
    tree = git_tree(place, git(place, "commit-tree", "-m", "odd", odd))
    assert {leaf.path for leaf in tree.leaves} >= {".git/evil.py", "../evil.py", "git~1/evil.py"}
    assert tree.marked.keys() == {"a.js"}


def _tree(place: Path, listed: str) -> str:
    command = ("git", "-C", str(place), "mktree")
    return subprocess.run(command, input=listed, text=True, check=True, capture_output=True).stdout.strip()


def test_only_what_differs_from_a_commit_and_only_some_files(reviewbot: Command, shop: Path) -> None:
    since = reviewbot("sweep", shop, *STATIC, "--changed-since", "HEAD~1", cwd=shop).report
    assert paths(since) == {"new.py", "docs/guide.py"}
    assert since["target"]["base"] == git(shop, "rev-parse", "HEAD~1")
    some = reviewbot("sweep", shop, *STATIC, "--include", "*.py", "--exclude", "docs/", cwd=shop).report
    assert paths(some) == {"old.py", "new.py"}


def test_a_part_says_that_it_is_one(reviewbot: Command, shop: Path) -> None:
    part = reviewbot("sweep", shop, "--engine", "static", "--include", "docs/", "--exclude", "*.md", cwd=shop)
    assert "Lines of shop, only docs/, without *.md" in part.out
    assert part.out.splitlines()[0].endswith("; only docs/, without *.md")
    whole = reviewbot("sweep", shop, "--engine", "static", cwd=shop)
    assert "All lines of shop" in whole.out


def test_a_selection_that_matches_nothing_is_refused_and_among_others_named(
    reviewbot: Command, shop: Path, tmp_path: Path
) -> None:
    for dry in ((), ("--dry-run",)):
        ran = reviewbot("sweep", shop, *STATIC, "--include", "dosc/", *dry, cwd=shop)
        assert (ran.code, "of shop nothing is left by --include 'dosc/'" in ran.err) == (2, True)
    calm = repository(tmp_path / "calm", {"src/calm.py": function("calm")})
    ran = reviewbot("sweep", shop, calm, *STATIC, "--include", "src/", cwd=tmp_path)
    assert (ran.code, ran.report["target"]["include"]) == (0, ["src/"])
    assert [gap["path"] for gap in ran.report["coverage"]["gaps"]] == ["shop"]
    assert reviewbot("sweep", shop, calm, "--include", "src/", "--dry-run", cwd=tmp_path).code == 0


def test_history_knows_what_is_new_fixed_and_open(reviewbot: Command, shop: Path, tmp_path: Path) -> None:
    state = ("--state", tmp_path / "state")
    reviewbot("sweep", shop, *STATIC, *state, cwd=shop)
    commit(shop, {"old.py": function("calm"), "docs/guide.py": None, "worse.py": BAD})
    reviewbot("sweep", shop, *STATIC, "--include", "new.py", *state, cwd=shop)
    reviewbot("sweep", shop, *STATIC, *state, cwd=shop)
    told = json.loads(reviewbot("history", shop, *state, "--format", "json", cwd=shop).out)
    figures = [(one["new"], one["fixed"], one["open"], one["complete"]) for one in told["sweeps"]]
    assert figures == [(3, 0, 3, True), (0, 0, 3, True), (1, 2, 2, True)]
    seen = {one["path"]: (one["first"], one["last"], one["ended"], one["how"]) for one in told["findings"]}
    assert seen == {
        "old.py": (1, 1, 3, "fixed"),
        "docs/guide.py": (1, 1, 3, "fixed"),
        "new.py": (1, 3, None, ""),
        "worse.py": (3, 3, None, ""),
    }
    text = reviewbot("history", shop, *state, cwd=shop)
    assert "3 sweeps, 2 findings open" in text.out
    assert "worse.py:4" in text.out


def test_one_state_keeps_repositories_apart_however_many_are_swept(
    reviewbot: Command, tmp_path: Path
) -> None:
    """A repository that joins a list keeps what it has, and another one fixes nothing of its."""
    repository(tmp_path / "shop", {"a.py": BAD, "b.py": BAD, "c.py": BAD})
    repository(tmp_path / "other", {"a.py": function("calm")})
    state = ("--state", tmp_path / "state")
    for places in (["shop"], ["other"], ["shop", "other"], ["shop"]):
        reviewbot("sweep", *places, *STATIC, *state, cwd=tmp_path)
    told = json.loads(reviewbot("history", "shop", *state, "--format", "json", cwd=tmp_path).out)
    assert [(one["new"], one["fixed"], one["open"]) for one in told["sweeps"]] == [
        (3, 0, 3),
        (0, 0, 3),
        (0, 0, 3),
    ]


def test_a_report_names_a_checkout_as_the_address_that_it_came_from(
    reviewbot: Command, shop: Path, tmp_path: Path
) -> None:
    """Two of the same folder name are two repositories to whoever merges their reports."""
    other = repository(tmp_path / "far" / "shop", {"a.py": BAD})
    for place, owner in ((shop, "o1"), (other, "o2")):
        git(place, "remote", "add", "origin", f"https://me:secret@example.invalid/{owner}/app.git")
        reviewbot("sweep", place, *STATIC, "--output", tmp_path / f"{owner}.json", cwd=tmp_path)
    merged = reviewbot("report", "merge", "o1.json", "o2.json", "--format", "json", cwd=tmp_path)
    assert merged.report["target"]["repositories"] == ["o1/app", "o2/app"]
    assert "o2/app/a.py" in paths(merged.report)
    assert "secret" not in merged.out


def test_a_repository_that_is_named_twice_is_read_once(reviewbot: Command, shop: Path) -> None:
    ran = reviewbot("sweep", shop, f"{shop}/", f"{shop}/made/..", *STATIC, cwd=shop)
    assert ran.report["target"]["repo"] == "shop"
    assert len(ran.report["findings"]) == 3


def test_no_history_is_an_error(reviewbot: Command, shop: Path) -> None:
    ran = reviewbot("history", shop, cwd=shop)
    assert ran.code == 4
    assert "no sweep of" in ran.err


def test_shards_are_put_together_to_the_same_report(reviewbot: Command, tmp_path: Path) -> None:
    notes = {f"area{n}/notes.txt": ("=" * 900 + "\n") * 500 for n in range(4)}
    place = repository(tmp_path / "shop", {**notes, "a.py": BAD, "area3/b.py": BAD})
    whole = reviewbot("sweep", place, *STATIC, cwd=tmp_path)
    for number in (1, 2, 3):
        part = reviewbot("sweep", place, *STATIC, "--shard", f"{number}/3", cwd=tmp_path)
        (tmp_path / f"{number}.json").write_text(part.out)
        assert part.report["target"]["shard"] == f"{number}/3"
    merged = reviewbot("report", "merge", "1.json", "2.json", "3.json", "--format", "json", cwd=tmp_path)
    assert (merged.code, merged.out) == (whole.code, whole.out)
    less = reviewbot("report", "merge", "1.json", "3.json", "--format", "json", cwd=tmp_path)
    assert less.code == 3
    assert [gap["reason"] for gap in less.report["coverage"]["gaps"]] == ["there is no report of shard 2/3"]
    twice = reviewbot("report", "merge", "1.json", "1.json", cwd=tmp_path)
    assert twice.code == 2
    assert "overlap" in twice.err


def test_several_repositories_one_report_each_and_one_for_all(
    reviewbot: Command, shop: Path, tmp_path: Path
) -> None:
    repository(tmp_path / "far" / "shop", {"a.py": BAD})
    (tmp_path / "list.txt").write_text(f"# elsewhere\nfile://{tmp_path}/far/shop\n{tmp_path}/nowhere\n")
    ran = reviewbot(
        *("sweep", shop, "--repos", "list.txt", *STATIC, "--state", tmp_path / "state"),
        *("--reports", "out", "--exclude", "docs"),
        cwd=tmp_path,
    )
    assert ran.code == 3
    assert paths(ran.report) == {"shop/old.py", "shop/new.py", "shop-2/a.py"}
    assert ran.report["target"]["repo"] == "3 repositories"
    assert ran.report["target"]["repositories"] == ["shop", "shop-2", "nowhere"]
    reasons = {gap["path"]: gap["reason"] for gap in ran.report["coverage"]["gaps"]}
    assert "no directory" in reasons["nowhere"]
    each = {file.name: json.loads(file.read_text()) for file in (tmp_path / "out").iterdir()}
    assert {name: len(report["findings"]) for name, report in each.items()} == {
        "shop.json": 2,
        "shop-2.json": 1,
        "nowhere.json": 0,
    }
    commit(tmp_path / "far" / "shop", {"b.py": BAD})
    again = reviewbot("sweep", f"file://{tmp_path}/far/shop", *STATIC, "--state", "one", cwd=tmp_path)
    assert paths(again.report) == {"a.py", "b.py"}
    commit(tmp_path / "far" / "shop", {"b.py": None})
    again = reviewbot("sweep", f"file://{tmp_path}/far/shop", *STATIC, "--state", "one", cwd=tmp_path)
    assert paths(again.report) == {"a.py"}


@pytest.mark.parametrize("text", ["", "\ufeff# nothing yet\n\n"])
def test_an_empty_list_is_not_the_repository_here(reviewbot: Command, shop: Path, text: str) -> None:
    (shop / "list.txt").write_text(text, "utf-8")
    ran = reviewbot("sweep", "--repos", "list.txt", *STATIC, cwd=shop)
    assert (ran.code, ran.out) == (2, "")
    assert "list.txt names no repository" in ran.err


def test_a_list_may_begin_with_a_byte_order_mark(reviewbot: Command, shop: Path) -> None:
    (shop / "list.txt").write_text("\ufeff.\n", "utf-8")
    assert reviewbot("sweep", "--repos", "list.txt", *STATIC, cwd=shop).report["target"]["repo"] == "shop"


@pytest.mark.parametrize("url", ["ext::sh -c id", "ssh://example.invalid/a", "git@example.invalid:a/b.git"])
def test_no_program_is_run_for_an_address(reviewbot: Command, tmp_path: Path, url: str) -> None:
    ran = reviewbot("sweep", url, *STATIC, "--state", "state", cwd=tmp_path)
    assert ran.code in {2, 4}
    assert "cannot be cloned" in ran.err or "no directory" in ran.err


def test_a_dry_run_counts_and_asks_nobody(reviewbot: Command, shop: Path) -> None:
    ran = reviewbot("sweep", shop, "--dry-run", cwd=shop)
    assert ran.code == 0, ran.err
    lines = 3 * len(BAD.splitlines()) + 2
    assert f"Would read {lines} of {lines + 2 * len(BAD.splitlines())} lines in 6 files" in ran.out
    assert "deepseek-flash" in ran.out
    both = ("--format", "json", "--output", "out.json", "--format", "text")
    assert reviewbot("sweep", shop, "--dry-run", *both, cwd=shop).out == ran.out
    counted = json.loads((shop / "out.json").read_text("utf-8"))
    assert (counted["schema"], counted["failures"]) == ("reviewbot/survey/v1", [])
    assert counted["totals"]["owned_lines"] == lines
    assert counted["cost"]["deepseek-flash"]["usd"] > 0


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--shard", "5/4"), "no shard"),
        (("elsewhere", "--shard", "1/4"), "--shard divides one repository"),
        (("--record", "answers.jsonl", "--dry-run"), "in one go"),
        (("--dry-run", "--format", "sarif", "--output", "x"), "--dry-run finds nothing to write as sarif"),
        (("--executor", "ray"), "no executor"),
        (("--changed-since", "nothing"), "no commit 'nothing'"),
        (("--repos", "nothing.txt"), "cannot read nothing.txt"),
        (("--deadline", "soon"), "is no time"),
        (("https://me:secret@example.invalid/a", "--state", "s"), "holds a user or a password"),
        (("https://me:secret@example.invalid", "."), "holds a user or a password"),
        (("https://example.invalid/x?access_token=secret", "."), "a query or a fragment"),
        (("https://example.invalid/x#secret", "."), "a query or a fragment"),
    ],
)
def test_what_makes_no_sense_is_refused(
    reviewbot: Command, shop: Path, flags: tuple[str, ...], words: str
) -> None:
    places = () if flags[0].startswith("https") else (shop,)
    ran = reviewbot("sweep", *places, *STATIC, *flags, cwd=shop)
    assert ran.code == 2
    assert words in ran.err
    assert "secret" not in ran.err + ran.out


def test_what_the_baseline_accepts_is_not_reported_and_not_open(
    reviewbot: Command, shop: Path, tmp_path: Path
) -> None:
    state = ("--state", tmp_path / "state")
    first = reviewbot("sweep", shop, *STATIC, *state, cwd=shop)
    (tmp_path / "report.json").write_text(first.out)
    accept = ("baseline", "write", tmp_path / "report.json", "--reason", "known", "--repo", shop)
    assert reviewbot(*accept, cwd=shop).code == 0
    commit(shop, {"later.py": BAD})
    after = reviewbot("sweep", shop, *STATIC, *state, cwd=shop)
    assert paths(after.report) == {"later.py"}
    assert {row["path"] for row in after.report["dropped"]} >= {"old.py", "new.py"}
    assert "1 finding open" in reviewbot("history", shop, *state, cwd=shop).out
    in_a_pull_request = reviewbot("sweep", shop, *STATIC, *state, cwd=shop, CI="true", GITHUB_BASE_REF="main")
    assert "old.py" in paths(in_a_pull_request.report)
    job = {"CI": "true", "GITHUB_EVENT_NAME": "schedule", "GITHUB_SHA": git(shop, "rev-parse", "HEAD")}
    on_schedule = reviewbot("sweep", shop, *STATIC, *state, cwd=shop, stdin=b"", **job)
    assert paths(on_schedule.report) == {"later.py"}


def test_a_clone_that_was_left_half_made_is_mended(reviewbot: Command, shop: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    address = f"file://{shop}"
    place = Estate(address).state(state)
    (place / "clone.git" / "refs" / "heads").mkdir(parents=True, mode=0o700)
    for left in ("config.lock", "shallow.lock", "HEAD", "refs/heads/swept.lock"):
        (place / "clone.git" / left).write_text("ref: refs/heads/main\n")
    ran = reviewbot("sweep", address, *STATIC, "--state", state, cwd=tmp_path)
    assert memory(state) == place
    assert paths(ran.report) == {"old.py", "new.py", "docs/guide.py"}
    since = ("--changed-since", git(shop, "rev-parse", "HEAD~1"))
    deeper = reviewbot("sweep", address, *STATIC, "--state", state, *since, cwd=tmp_path)
    assert paths(deeper.report) == {"new.py", "docs/guide.py"}


def test_reports_that_cannot_be_written_are_an_error(reviewbot: Command, tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", {"calm.py": function("calm")})
    (tmp_path / "file").write_text("")
    ran = reviewbot("sweep", place, *STATIC, "--reports", tmp_path / "file" / "out", cwd=tmp_path)
    assert ran.code == 5 or "file" in ran.err
    assert ran.code != 0


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--include", "srcc/"), "srcc"),
        (("--include", "srcc/", "--dry-run"), "srcc"),
        (("--changed-since", "nope"), "nope"),
    ],
)
def test_what_fits_none_of_several_repositories_is_a_mistake(
    reviewbot: Command, shop: Path, tmp_path: Path, flags: tuple[str, ...], said: str
) -> None:
    other = repository(tmp_path / "other", {"a.py": BAD})
    ran = reviewbot("sweep", shop, other, *STATIC, *flags, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
