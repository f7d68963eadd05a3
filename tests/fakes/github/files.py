"""Rows of changed files, with the truncations of GitHub's, the silent one too."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from fakes.github.objects import Changed
from fakes.github.openapi import filled
from fakes.github.world import Limits

if TYPE_CHECKING:
    from fakes.github.repositories import Repository


def file_rows(
    repository: "Repository", files: Sequence[Changed], head: str, root: str
) -> list[dict[str, Any]]:
    """The rows of one answer.

    A file whose patch is too long has its right numbers and no patch. Once the patches of an answer come to
    `patch_lines_of_an_answer` lines, all later rows have no patch and zeros, and nothing says so.
    """
    limits, spent, rows = repository.world.limits, 0, []
    for changed in files:
        row = _row(repository, changed, head, root)
        fits = 0 < changed.patch_lines <= limits.patch_lines_of_a_file
        spent += changed.patch_lines if fits else 0
        if spent > limits.patch_lines_of_an_answer:
            row |= {"additions": 0, "deletions": 0, "changes": 0}
        elif fits:
            row["patch"] = changed.patch
        rows.append(row)
    return rows


def _row(repository: "Repository", changed: Changed, head: str, root: str) -> dict[str, Any]:
    api, path = f"{root}/repos/{repository.name}", quote(changed.path)
    web = f"{repository.world.url}/{repository.name}"
    row = filled(
        "diff-entry",
        {
            "sha": changed.sha,
            "filename": changed.path,
            "status": changed.status,
            "additions": changed.additions,
            "deletions": changed.deletions,
            "changes": changed.additions + changed.deletions,
            "blob_url": f"{web}/blob/{head}/{path}",
            "raw_url": f"{web}/raw/{head}/{path}",
            "contents_url": f"{api}/contents/{path}?ref={head}",
        },
    )
    if changed.status in {"renamed", "copied"}:
        row["previous_filename"] = changed.old_path
    return row


def too_large(files: Iterable[Changed], limits: Limits) -> str:
    """Why a diff is not given as one text, or nothing."""
    all_files = list(files)
    if len(all_files) > limits.diff_files:
        return f"Sorry, the diff exceeded the maximum number of files ({limits.diff_files})."
    if sum(each.patch_lines for each in all_files) > limits.diff_lines:
        return f"Sorry, the diff exceeded the maximum number of lines ({limits.diff_lines})"
    return ""
