"""The baseline as people use it: written, reviewed against, checked and pruned; in CI that of the base."""

from pathlib import Path
from typing import Any

import pytest

from baseline.accepting import entry
from command import Command
from repositories import commit, git, new_repository
from reviewbot.baseline import FILE, Baseline, read_baseline, render_baseline

EVIL = 'def view(request):\n    return eval(request.args["q"])\n'
MORE = EVIL + '\n\ndef other(request):\n    return eval(request.args["p"])\n'
STATIC = ("--engine", "static", "--format", "json")
WHY = ("--reason", "legacy page", "--owner", "ann", "--expires", "9999-12-31")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A repository with one finding on main."""
    repository = new_repository(tmp_path / "shop")
    commit(repository, {"app.py": EVIL})
    return repository


def known(repository: Path) -> Baseline:
    return read_baseline((repository / FILE).read_bytes())


def swept(reviewbot: Command, shop: Path) -> Path:
    """The JSON report of a sweep."""
    file = shop.parent / "sweep.json"
    assert reviewbot("sweep", shop, *STATIC, "--output", file, cwd=shop).code in {0, 1}
    return file


def brought_again(reviewbot: Command, shop: Path, code: str) -> Any:  # noqa: ANN401 - JSON
    """The report of a change that brings the file in that main has already."""
    git(shop, "checkout", "--quiet", "-b", "empty")
    commit(shop, {"app.py": None, "x": ""})
    git(shop, "checkout", "--quiet", "-b", "back")
    commit(shop, {"app.py": code})
    return reviewbot("review", "--base", "empty", *STATIC, cwd=shop).report


def test_what_is_written_is_accepted_in_the_next_review(reviewbot: Command, shop: Path) -> None:
    ran = reviewbot("baseline", "write", *WHY, cwd=shop)
    assert ran.code == 0, ran.err
    assert ran.out == (
        f"1 finding accepted in {FILE}, 1 in all\n"
        "  app.py CWE-95 Data is run as a program: legacy page (ann, until 9999-12-31)\n"
    )
    report = brought_again(reviewbot, shop, "import os\n\n\n" + EVIL)
    assert (report["verdict"], report["findings"]) == ("clean", [])
    (dropped,) = report["dropped"]
    assert dropped["reason"] == "accepted in the baseline: legacy page (ann, until 9999-12-31)"
    assert dropped["id"] == known(shop).entries[0].fingerprint


def test_what_is_there_keeps_its_reason(reviewbot: Command, shop: Path) -> None:
    reviewbot("baseline", "write", "--reason", "first", cwd=shop)
    commit(shop, {"app.py": MORE})
    ran = reviewbot("baseline", "write", "--reason", "second", cwd=shop)
    assert ran.out.startswith(f"1 finding accepted in {FILE}, 2 in all\n")
    assert sorted(one.reason for one in known(shop).entries) == ["first", "second"]
    text = (shop / FILE).read_text("utf-8")
    assert reviewbot("baseline", "write", "--reason", "third", cwd=shop).code == 0
    assert (shop / FILE).read_text("utf-8") == text


def test_from_a_report_from_anywhere(reviewbot: Command, shop: Path, tmp_path: Path) -> None:
    report = swept(reviewbot, shop)
    ran = reviewbot("baseline", "write", report, report, "--repo", shop, "--reason", "why", cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert [one.path for one in known(shop).entries] == ["app.py"]


def test_in_a_folder_of_the_repository_it_is_the_same(reviewbot: Command, shop: Path) -> None:
    commit(shop, {"app.py": None, "pages/app.py": EVIL})
    assert reviewbot("baseline", "write", *WHY, cwd=shop / "pages").code == 0
    assert [one.path for one in known(shop).entries] == ["pages/app.py"]


def test_what_no_sweep_reads_is_not_accepted_either(reviewbot: Command, shop: Path) -> None:
    commit(shop, {"theirs/b.py": EVIL, ".gitattributes": "theirs/** linguist-vendored\n"})
    assert reviewbot("baseline", "write", *WHY, cwd=shop).code == 0
    assert [one.path for one in known(shop).entries] == ["app.py"]
    assert reviewbot("baseline", "check", cwd=shop).code == 0


def test_check_and_prune(reviewbot: Command, shop: Path) -> None:
    stale = entry(path="gone.py", title="Old", seen_by=("static",))
    late = entry(1, path="app.py", expires=None, seen_by=("model",))
    (shop / FILE).write_text(render_baseline(Baseline((late, stale))), "utf-8")
    over = (
        (shop / FILE)
        .read_text("utf-8")
        .replace('seen_by = ["model"]', 'expires = 2020-01-31\nseen_by = ["model"]')
    )
    (shop / FILE).write_text(over, "utf-8")
    report = swept(reviewbot, shop)
    for given in ((), (report,)):
        ran = reviewbot("baseline", "check", *given, cwd=shop)
        assert ran.code == 1
        assert ran.out == (
            f"{FILE} accepts 2 findings, 1 expired, 1 gone\n"
            "  expired app.py CWE-89 SQL injection by string formatting: goes with the old page"
            " (until 2020-01-31)\n"
            "  gone gone.py CWE-89 Old: goes with the old page\n"
            "To remove them: reviewbot baseline prune. To accept one for longer, change its `expires`.\n"
        )
    ran = reviewbot("baseline", "prune", report, cwd=shop)
    assert (ran.code, ran.out.splitlines()[0]) == (0, f"2 removed from {FILE}, 0 left")
    assert not known(shop).entries
    assert reviewbot("baseline", "check", cwd=shop).code == 0


def test_what_only_a_model_saw_a_static_sweep_does_not_call_gone(reviewbot: Command, shop: Path) -> None:
    (shop / FILE).write_text(render_baseline(Baseline((entry(),))), "utf-8")
    ran = reviewbot("baseline", "check", cwd=shop)
    assert (ran.code, ran.out) == (0, f"{FILE} accepts 1 finding\n")


def test_without_a_baseline_there_is_nothing_to_check(reviewbot: Command, shop: Path) -> None:
    ran = reviewbot("baseline", "check", cwd=shop)
    assert (ran.code, ran.out) == (0, f"{FILE} accepts 0 findings\n")
    assert reviewbot("baseline", "prune", cwd=shop).code == 0
    assert not (shop / FILE).exists()


def test_an_expired_entry_suppresses_nothing_and_is_told(reviewbot: Command, shop: Path) -> None:
    reviewbot("baseline", "write", *WHY, cwd=shop)
    place = shop / FILE
    place.write_text(place.read_text("utf-8").replace("9999-12-31", "2020-01-31"), "utf-8")
    report = brought_again(reviewbot, shop, EVIL)
    (one,) = report["findings"]
    assert one["evidence"][-1] == "accepted until 2020-01-31: legacy page"
    assert "1 entry of the baseline expired: app.py CWE-95 (2020-01-31)." in report["facts"]["notes"]


def test_S20_in_ci_a_change_cannot_accept_its_own_findings(reviewbot: Command, tmp_path: Path) -> None:
    shop = new_repository(tmp_path / "shop")
    commit(shop, {"x": ""})
    git(shop, "checkout", "--quiet", "-b", "change")
    commit(shop, {"app.py": EVIL})
    reviewbot("baseline", "write", *WHY, cwd=shop)
    commit(shop, {})
    review = ("review", "--base", "main", *STATIC)
    assert reviewbot(*review, cwd=shop).code == 0
    assert reviewbot(*review, cwd=shop, CI="true").code == 1


def test_S20_in_ci_the_baseline_of_the_base_holds_whatever_the_change_does_to_it(
    reviewbot: Command, tmp_path: Path
) -> None:
    shop = new_repository(tmp_path / "shop")
    commit(shop, {"app.py": EVIL})
    reviewbot("baseline", "write", *WHY, cwd=shop)
    commit(shop, {"app.py": None})
    git(shop, "checkout", "--quiet", "-b", "change")
    commit(shop, {"app.py": EVIL, FILE: "not even TOML"})
    ran = reviewbot("review", "--base", "main", *STATIC, cwd=shop, CI="true")
    assert (ran.code, ran.report["findings"]) == (0, [])
    assert reviewbot("review", "--base", "main", *STATIC, cwd=shop).code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("write", "--reason", " "), "--reason is empty"),
        (("write", "--reason", "x" * 2_001), "reason has more than 2,000 characters"),
        (("write", "--reason", "x", "--expires", "2020-01-31"), "--expires 2020-01-31 is over"),
        (("write", "--reason", "x", "none.json"), "cannot read none.json"),
        (("write",), "Missing option '--reason'"),
        (("check", "--repo", "nowhere"), "there is no directory 'nowhere'"),
        (("prune", "--repo", "app.py"), "there is no directory 'app.py'"),
    ],
)
def test_what_cannot_be_is_refused(
    reviewbot: Command, shop: Path, arguments: tuple[str, ...], message: str
) -> None:
    ran = reviewbot("baseline", *arguments, cwd=shop)
    assert ran.code == 2
    assert message in ran.err
    assert not (shop / FILE).exists()


def test_a_review_cannot_tell_what_is_gone(reviewbot: Command, shop: Path) -> None:
    reviewbot("baseline", "write", *WHY, cwd=shop)
    report = shop.parent / "review.json"
    assert reviewbot("review", "--worktree", *STATIC, "--output", report, cwd=shop).code == 0
    ran = reviewbot("baseline", "check", report, cwd=shop)
    assert (ran.code, "which cannot tell what is gone" in ran.err) == (2, True)


@pytest.mark.parametrize("part", [("--include", "x"), ("--exclude", "app.py"), ("--changed-since", "HEAD")])
def test_a_part_of_a_sweep_cannot_tell_what_is_gone(
    reviewbot: Command, shop: Path, part: tuple[str, str]
) -> None:
    commit(shop, {"x": "1\n"})
    reviewbot("baseline", "write", *WHY, cwd=shop)
    file = shop.parent / "part.json"
    assert reviewbot("sweep", shop, *part, *STATIC, "--output", file, cwd=shop).code == 0
    for command in ("check", "prune"):
        ran = reviewbot("baseline", command, file, cwd=shop)
        assert (ran.code, "part of a sweep, which cannot tell what is gone" in ran.err) == (2, True)
    assert len(known(shop).entries) == 1


def test_a_baseline_that_cannot_be_read_is_no_empty_one(reviewbot: Command, shop: Path) -> None:
    (shop / FILE).write_text("schema = 1\n", "utf-8")
    for arguments in (
        ("review", "--worktree"),
        ("baseline", "check"),
        ("baseline", "write", "--reason", "x"),
    ):
        ran = reviewbot(*arguments, cwd=shop)
        assert ran.code == 2
        assert f"{FILE}: schema is 1" in ran.err
        assert "hint: mend it" in ran.err


def test_nothing_is_written_through_a_link(reviewbot: Command, shop: Path) -> None:
    (shop / FILE).symlink_to(shop.parent / "elsewhere")
    ran = reviewbot("baseline", "write", "--reason", "x", cwd=shop)
    assert (ran.code, "is a symbolic link" in ran.err) == (2, True)
    assert not (shop.parent / "elsewhere").exists()


def test_a_comment_in_the_code_is_heeded_by_a_sweep_and_powerless_in_its_own_change(
    reviewbot: Command, shop: Path
) -> None:
    asked = EVIL.replace("    return", "    # reviewbot: ignore[CWE-95] only for us\n    return")
    git(shop, "checkout", "--quiet", "-b", "change")
    commit(shop, {"app.py": asked.replace('"q"', '"p"')})
    (one,) = reviewbot("review", "--base", "main", *STATIC, cwd=shop).report["findings"]
    assert one["evidence"][-1].endswith("it counts once merged: only for us")
    ran = reviewbot("sweep", shop, *STATIC, cwd=shop)
    assert (ran.code, ran.report["findings"]) == (0, [])
    assert ran.report["dropped"][0]["reason"] == "ignored in the code: only for us"


def test_a_report_on_several_repositories_names_nothing_of_this_one(
    reviewbot: Command, shop: Path, tmp_path: Path
) -> None:
    other, file = new_repository(tmp_path / "other"), tmp_path / "both.json"
    commit(other, {"app.py": EVIL})
    assert reviewbot("sweep", shop, other, *STATIC, "--output", file, cwd=shop).code == 1
    for command in (("write", file, "--reason", "known"), ("check", file), ("prune", file)):
        (shop / FILE).write_text(render_baseline(Baseline((entry(),))))
        before = (shop / FILE).read_bytes()
        ran = reviewbot("baseline", *command, cwd=shop)
        assert ran.code == 2
        assert "is about several repositories" in ran.err
        assert (shop / FILE).read_bytes() == before


def test_what_is_accepted_no_longer_is_said_when_it_is_written_again(reviewbot: Command, shop: Path) -> None:
    assert reviewbot("baseline", "write", *WHY, cwd=shop).code == 0
    file = shop / FILE
    file.write_text(file.read_text().replace("9999-12-31", "2020-01-01"))
    ran = reviewbot("baseline", "write", *WHY, cwd=shop)
    assert ran.code == 0
    assert "Found too, and expired; to accept it for longer, change its `expires`:\n  app.py" in ran.out
    assert "2020-01-01" in file.read_text()
