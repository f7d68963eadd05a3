"""Small labelled cases for tests: on disk, and as values."""

from collections.abc import Mapping
from pathlib import Path

from reviewbot.evaluation.cases import Case, Expectation, Twin
from reviewbot.evaluation.running import Run
from reviewbot.evaluation.scoring import Score, score
from reviewbot.evaluation.sightings import Sighting
from reviewbot.spans import Side

BASE = "import subprocess\n\n\ndef count(path):\n    return 0\n"
VULNERABLE = (
    "import subprocess\n\n\ndef count(path):\n"
    '    out = subprocess.check_output(f"wc -l {path}", shell=True)\n    return int(out)\n'
)
SAFE = (
    "import subprocess\n\n\ndef count(path):\n"
    '    out = subprocess.check_output(["wc", "-l", "--", path])\n    return int(out)\n'
)
EXPECT = '[[expect]]\npath = "app.py"\nquote = "subprocess.check_output("\ncwe = "CWE-78"\n'


def head(title: str = "Count lines", language: str = "python", tags: str = "[]") -> str:
    """The first keys of a case.toml."""
    return f'title = "{title}"\nlanguage = "{language}"\ntags = {tags}\nabout = "A path goes to a shell."\n'


def write_case(
    folder: Path,
    name: str = "line-count",
    *,
    group: str = "python",
    toml: str | None = None,
    trees: Mapping[str, Mapping[str, str]] | None = None,
) -> Path:
    """Write one case, a pair that ruff tells apart unless said otherwise; returns its case.toml."""
    given = {"base": {"app.py": BASE}, "vulnerable": {"app.py": VULNERABLE}, "safe": {"app.py": SAFE}}
    home = folder / group / name
    for version, files in (given if trees is None else trees).items():
        for path, text in files.items():
            file = home / version / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
    home.mkdir(parents=True, exist_ok=True)
    file = home / "case.toml"
    file.write_text(head() + EXPECT if toml is None else toml)
    return file


def expectation(
    line: int, cwe: str = "CWE-89", *, path: str = "app.py", optional: bool = False
) -> Expectation:
    """A defect that is expected at one line of the new side."""
    places = frozenset({(Side.NEW, line)})
    return Expectation(path, f"line {line}", (cwe,), places, optional, places if optional else frozenset())


def case(*expectations: Expectation, name: str = "line-count", pair: bool = True) -> Case:
    """A case as a value, without any files."""
    twins = Twin if pair else (Twin.SAFE,)
    return Case(
        name, "python", "Count lines", "python", ("multi-file",), "", expectations, {}, {t: {} for t in twins}
    )


def sighting(line: int, cwe: str = "CWE-89", *, path: str = "app.py", side: Side = Side.NEW) -> Sighting:
    """Something seen at one line."""
    return Sighting(f"{path}:{side}:{line}:{cwe}", path, side, line, line, cwe, "SQL injection")


def judged(of: Case, vulnerable: tuple[Sighting, ...] = (), safe: tuple[Sighting, ...] = ()) -> Score:
    """A case with what was seen in its changes."""
    seen = {Twin.VULNERABLE: vulnerable, Twin.SAFE: safe}
    return score(of, [Run(of, twin, seen[twin], lines=100) for twin in of.trees])
