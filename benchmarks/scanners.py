"""Other scanners on the labelled cases, judged as ours is: each reads all trees at once, the new side whole.

What they report counts only on changed lines, or where a defect is expected.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recorded import EVALS
from reviewbot.diff import changed_lines
from reviewbot.evaluation.cases import Case, Twin
from reviewbot.evaluation.loading import code_of
from reviewbot.evaluation.running import Run
from reviewbot.evaluation.scoring import matches
from reviewbot.evaluation.sightings import Sighting
from reviewbot.evaluation.trees import Archive
from reviewbot.findings import cwe_family, normalise
from reviewbot.reviewers.static.ruff import Ruff
from reviewbot.spans import Side, Span, line_count

TOOLS = ("bandit==1.9.4", "semgrep==1.185.0")
RULES = EVALS / "semgrep-rules.yml"
SECONDS = 1_800

# What the ruff rules mean that reviewbot leaves off, after the words of ruff's documentation.
_OFF = {
    "S101": "CWE-703",
    "S103": "CWE-732",
    "S105": "CWE-798",
    "S106": "CWE-798",
    "S107": "CWE-798",
    "S110": "CWE-703",
    "S112": "CWE-703",
    "S311": "CWE-330",
    "S603": "CWE-78",
    "S606": "CWE-78",
    "S607": "CWE-78",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """What a scanner says of a file, by its path from where it ran."""

    path: Path
    line: int
    end_line: int
    cwes: tuple[str, ...]
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Scanner:
    """A program, the languages it reads (all if there are none named), and how to read what it prints."""

    name: str
    languages: frozenset[str]
    command: Sequence[str]
    read: Callable[[Any], Iterable[Hit]]


def scanners(tools: Path) -> list[Scanner]:
    """Those of our own environment, and those that were installed into `tools`."""
    python = frozenset({"python"})
    ruff = [str(Path(sys.executable).parent / "ruff"), "check", "--isolated", "--no-cache", "--select", "S"]
    bandit = [str(tools / "bin" / "bandit"), "-q", "-r", "-f", "json"]
    semgrep = [str(tools / "bin" / "semgrep"), "scan", "--json", "--quiet", "--metrics", "off"]
    rules = ["--disable-version-check", "--no-git-ignore", "--config", str(RULES)]
    return [
        Scanner("ruff `S`", python, [*ruff, "--exit-zero", "--output-format", "json", "."], _ruff),
        Scanner("Bandit", python, [*bandit, "."], _bandit),
        Scanner("Bandit `-ll`", python, [*bandit, "-ll", "."], _bandit),
        Scanner("Semgrep, our rules", frozenset(), [*semgrep, *rules, "."], _semgrep),
    ]


def install(folder: Path) -> Path:
    """A scratch environment with the scanners in it, by the package manager that is set up here."""
    uv = Path(sys.executable).parent / "uv"
    subprocess.run([uv, "venv", "--quiet", folder], check=True)
    subprocess.run(
        [uv, "pip", "install", "--quiet", "--python", folder / "bin" / "python", *TOOLS], check=True
    )
    return folder


def scan(scanner: Scanner, cases: Sequence[Case]) -> tuple[list[Run], float]:
    """What a scanner reports of each change of these cases, and the seconds it took for all."""
    with tempfile.TemporaryDirectory() as scratch:
        trees, git = Path(scratch, "trees"), Path(scratch, "git")
        places = {_place(at, twin): (case, twin) for at, case in enumerate(cases) for twin in case.trees}
        for place, (case, twin) in places.items():
            _lay_out(trees / place, case, twin)
        (trees / ".semgrepignore").touch()  # or its own list would pass over tests
        git.mkdir()
        archive = Archive.fill(git, cases)
        start = time.perf_counter()
        hits = _by_place(scanner.read(_said(scanner, trees)))
        seconds = time.perf_counter() - start
        return [_run(archive, *of, hits.get(place, [])) for place, of in places.items()], seconds


def _place(at: int, twin: Twin) -> str:
    return f"{at}-{twin}"


def _lay_out(folder: Path, case: Case, twin: Twin) -> None:
    for path, blob in case.trees[twin].items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(blob)


def _said(scanner: Scanner, folder: Path) -> Any:  # noqa: ANN401 - each program's own JSON
    done = subprocess.run(
        scanner.command,
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=SECONDS,
        env={**os.environ, "SEMGREP_SEND_METRICS": "off"},
    )
    try:
        return json.loads(done.stdout)
    except ValueError:
        raise SystemExit(f"{scanner.name} failed: {done.stderr.decode(errors='replace')[-500:]}") from None


def _by_place(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    by_place: dict[str, list[Hit]] = {}
    for hit in hits:
        by_place.setdefault(hit.path.parts[0], []).append(hit)
    return by_place


def _run(archive: Archive, case: Case, twin: Twin, hits: Iterable[Hit]) -> Run:
    changed = list(changed_lines(archive.changes(case, twin).files))
    seen = (_sighting(case, twin, hit) for hit in hits)
    counted = tuple(sighting for sighting in seen if _counts(case, twin, sighting, changed))
    return Run(case, twin, counted, line_count(changed))


def _sighting(case: Case, twin: Twin, hit: Hit) -> Sighting:
    """Of several weaknesses the one that is expected: a scanner that names it is right."""
    path = Path(*hit.path.parts[1:]).as_posix()
    families = {family for expected in case.expectations for family in expected.families}
    cwe = next((cwe for cwe in hit.cwes if cwe_family(cwe) in families), hit.cwes[0])
    line = normalise("".join(code_of(case.trees[twin], path)[hit.line - 1 : hit.line]))
    return Sighting(f"{hit.code}\0{path}\0{line}", path, Side.NEW, hit.line, hit.end_line, cwe, hit.title)


def _counts(case: Case, twin: Twin, sighting: Sighting, changed: Iterable[Span]) -> bool:
    is_changed = any(
        span.path == sighting.path
        and span.side is Side.NEW
        and span.start <= sighting.end_line
        and sighting.line <= span.end
        for span in changed
    )
    return is_changed or any(matches(expected, sighting, twin) for expected in case.expectations)


def _ruff(said: Any) -> Iterable[Hit]:  # noqa: ANN401
    cwes = _OFF | {code: weakness.cwe for code, weakness in Ruff().weaknesses.items()}
    for row in said:
        if (code := row["code"]) in cwes:
            path = Path(row["filename"])
            path = Path(*path.parts[path.parts.index("trees") + 1 :])
            start, end = row["location"]["row"], row["end_location"]["row"]
            yield Hit(path, start, end, (cwes[code],), code, row["message"])


def _bandit(said: Any) -> Iterable[Hit]:  # noqa: ANN401
    for row in said["results"]:
        lines = row["line_range"] or [row["line_number"]]
        cwe = f"CWE-{row['issue_cwe'].get('id', 0)}"
        yield Hit(
            Path(row["filename"]), row["line_number"], lines[-1], (cwe,), row["test_id"], row["issue_text"]
        )


def _semgrep(said: Any) -> Iterable[Hit]:  # noqa: ANN401
    for row in said["results"]:
        code = row["check_id"].rpartition(".")[2]
        yield Hit(
            Path(row["path"]),
            row["start"]["line"],
            row["end"]["line"],
            (row["extra"]["metadata"]["cwe"],),
            code,
            row["extra"]["message"],
        )
