"""Cases from a folder, read strictly: a label that is wrong would measure something else."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from reviewbot.diff import decode, split_lines
from reviewbot.errors import UsageError
from reviewbot.evaluation.case_form import CaseForm, ExpectForm
from reviewbot.evaluation.cases import Case, Expectation, Tree, Twin
from reviewbot.spans import Side

FILE = "case.toml"
_FORM = "evals/README.md says what a case looks like"


def load_cases(folder: Path) -> tuple[Case, ...]:
    """Every case below a folder, by name.

    Raises:
        UsageError: there is none, or one is wrong: which file, which key, and what to do.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder of cases {str(folder)!r}", "Name one: reviewbot eval CASES")
    cases = [_load(file) for file in sorted(folder.rglob(FILE))]
    if not cases:
        raise UsageError(f"there are no cases in {str(folder)!r}", f"A case is a folder with a {FILE}.")
    seen: dict[str, Case] = {}
    for case in cases:
        if (other := seen.setdefault(case.name, case)) is not case:
            raise UsageError(
                f"two cases have the name {case.name!r}, in {other.group!r} and in {case.group!r}",
                "Rename one: the name decides which part a case belongs to.",
            )
    return tuple(sorted(cases, key=lambda case: case.name))


def _load(file: Path) -> Case:
    home = file.parent
    form = _form(file)
    base = _tree(home / "base")
    trees = {twin: tree for twin in Twin if (tree := _tree(home / twin.value))}
    _check_trees(file, trees, form)
    labels = Labels(file, base, trees)
    return Case(
        name=home.name,
        group=home.parent.name,
        title=form.title,
        language=form.language,
        tags=tuple(form.tags),
        about=form.about,
        expectations=tuple(labels.expectation(at, row) for at, row in enumerate(form.expect)),
        base=base,
        trees=trees,
    )


def _form(file: Path) -> CaseForm:
    try:
        return CaseForm.model_validate(tomllib.loads(file.read_bytes().decode()))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or "the file"
        raise _wrong(file, key, first["msg"].removeprefix("Value error, "), _FORM) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{file} is not TOML: {error}", _FORM) from error
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}", _FORM) from error


def _tree(folder: Path) -> Tree:
    """Every file of a version; none where there is no such folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if _is_file(file)
    }


def _is_file(file: Path) -> bool:
    if file.is_symlink():
        raise UsageError(f"{file} is a symbolic link", "Put the file itself there.")
    return file.is_file()


def _check_trees(file: Path, trees: dict[Twin, Tree], form: CaseForm) -> None:
    required = [row for row in form.expect if not row.optional]
    if Twin.SAFE not in trees:
        raise _wrong(file, "safe/", "there is no safe change", "Add the folder with the twin done right.")
    if Twin.VULNERABLE in trees and not required:
        raise _wrong(file, "expect", "nothing is expected of vulnerable/", "Say where the defect is.")
    if Twin.VULNERABLE not in trees and required:
        raise _wrong(file, "expect", "there is no vulnerable/ to expect it of", "Add it, or expect nothing.")
    if trees.get(Twin.VULNERABLE) == trees[Twin.SAFE]:
        raise _wrong(file, "vulnerable/", "it is the same as safe/", "One of them must differ.")


class Labels:
    """Turns the quotes of one case into lines."""

    def __init__(self, file: Path, base: Tree, trees: dict[Twin, Tree]) -> None:
        self._file = file
        self._base = base
        self._trees = trees
        self._labelled = trees.get(Twin.VULNERABLE, trees[Twin.SAFE])

    def expectation(self, at: int, row: ExpectForm) -> Expectation:
        """The expectation with the lines that it means.

        Raises:
            UsageError: a quote is not part of exactly one line.
        """
        cwes = (row.cwe,) if isinstance(row.cwe, str) else tuple(row.cwe)
        places = frozenset(self._places(row, self._labelled, at))
        safe = self._safe_places(row) if row.optional else frozenset()
        return Expectation(row.path, row.quote, cwes, places, row.optional, safe)

    def _places(self, row: ExpectForm, tree: Tree, at: int) -> Iterator[tuple[Side, int]]:
        side = Side(row.side)
        yield side, self._line(f"expect.{at}.quote", self._on(side, tree), row.path, row.quote)
        for number, quote in enumerate(row.also):
            yield Side.NEW, self._line(f"expect.{at}.also.{number}", tree, row.path, quote)

    def _safe_places(self, row: ExpectForm) -> frozenset[tuple[Side, int]]:
        """Where what is optional stands in the safe twin, as far as it does."""
        tree = self._trees[Twin.SAFE]
        quotes = [(Side(row.side), row.quote), *((Side.NEW, quote) for quote in row.also)]
        found = ((side, lines_of(self._on(side, tree), row.path, quote)) for side, quote in quotes)
        return frozenset((side, line) for side, lines in found for line in lines)

    def _on(self, side: Side, tree: Tree) -> Tree:
        return self._base if side is Side.OLD else tree

    def _line(self, key: str, tree: Tree, path: str, quote: str) -> int:
        if path not in tree:
            what = f"there is no file {path!r} on that side"
            raise _wrong(self._file, key, what, "Mend the path or the side.")
        lines = lines_of(tree, path, quote)
        if len(lines) != 1:
            where = f"lines {', '.join(map(str, lines))}" if lines else "no line"
            what = f"{quote!r} stands in {where} of {path}"
            raise _wrong(self._file, key, what, "Quote a part of exactly one line.")
        return lines[0]


def lines_of(tree: Tree, path: str, quote: str) -> list[int]:
    """The numbers of the lines of a file that hold a text."""
    return [number for number, line in enumerate(code_of(tree, path), 1) if quote in line]


def code_of(tree: Tree, path: str) -> tuple[str, ...]:
    """The lines of a file, counted as a review counts them; none if there is no such file."""
    return split_lines(decode(tree.get(path, b"")))


def _wrong(file: Path, key: str, what: str, hint: str) -> UsageError:
    return UsageError(f"{file}: {key}: {what}", hint)
