"""Changes from a text before and a text after, read by the reviewer of removals."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Final

from reviewbot.chunks import Limits, plan
from reviewbot.diff import Edit, Excerpt, FileChange, Nature, Status, split_lines
from reviewbot.findings import Claim
from reviewbot.reviewers.static.removals import Removals
from reviewers.static.reading import claims

PATHS: Final = {
    "python": "app/code.py",
    "javascript": "app/code.js",
    "typescript": "app/code.ts",
    "tsx": "app/code.tsx",
    "go": "app/code.go",
    "java": "app/Code.java",
    "php": "app/code.php",
    "ruby": "app/code.rb",
    "csharp": "app/Code.cs",
    "c": "app/code.c",
    "rust": "app/code.rs",
    "jinja": "app/page.j2",
    "yaml": ".github/workflows/ci.yml",
    "dockerfile": "Dockerfile",
    "hcl": "main.tf",
}
READER: Final = Removals()


def edited(before: str, after: str, path: str) -> FileChange:
    """The change of one file, with all of it known."""
    old, new = split_lines(before), split_lines(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    edits = tuple(
        Edit(i + 1, old[i:j], k + 1, m - k) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"
    )
    excerpts = (Excerpt(1, new),) if new else ()
    return FileChange(path, path, Status.MODIFIED, Nature.TEXT, edits, excerpts, complete=True)


def bare(file: FileChange, context: int = 3) -> FileChange:
    """The same change as a diff without the files shows it."""
    excerpts: list[Excerpt] = []
    lines = file.excerpts[0].lines if file.excerpts else ()
    done = 0
    for edit in file.edits:
        first = max(edit.new_start - 1 - context, done)
        last = min(edit.new_start - 1 + edit.added + context, len(lines))
        if excerpts and first <= done:
            excerpts[-1] = Excerpt(excerpts[-1].start, (*excerpts[-1].lines, *lines[first:last]))
        elif first < last:
            excerpts.append(Excerpt(first + 1, lines[first:last]))
        done = max(done, last)
    return FileChange(
        file.path, file.path, Status.MODIFIED, Nature.TEXT, file.edits, tuple(excerpts), complete=False
    )


def found(*files: FileChange) -> list[Claim]:
    """All that the reviewer claims of a change."""
    chunks = plan(files, Limits(), len).chunks
    return claims(READER, *chunks)


def lost(before: str, after: str, language: str = "python") -> list[Claim]:
    """What the reviewer claims of one edited file."""
    return found(edited(before, after, PATHS[language]))


def moved(before: Mapping[str, str], after: Mapping[str, str]) -> list[Claim]:
    """What the reviewer claims of several edited files."""
    return found(*(edited(before[path], after[path], path) for path in before))
