"""A runner of ours for composite actions: their steps in real bash, the expressions they use, their files.

job = Job(folder, action=ROOT / "action.yml", workspace=checkout, environ={...})
done = job.run({"engine": "static"})
done.code, done.outputs["verdict"], done.summary, done.log

It knows what our action needs and refuses all else: other expressions, `uses:`, `if:`, undeclared inputs.
"""

import os
import re
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_KEYS = {"id", "name", "shell", "env", "run"}
_BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")


@dataclass(frozen=True)
class Done:
    """What became of a run of the action; `log` is what its steps wrote to the log."""

    code: int
    outputs: Mapping[str, str]
    summary: str
    log: str


@dataclass
class Job:
    """A job with one step that uses the action; `folder` holds the runner's own files."""

    folder: Path
    action: Path
    workspace: Path
    environ: Mapping[str, str]
    token: str = ""
    timeout: float = 120.0
    runs: int = field(default=0, init=False)

    @property
    def temp(self) -> Path:
        return self.folder / "temp"

    def run(self, inputs: Mapping[str, str] | None = None) -> Done:
        """Run all steps until one fails."""
        files = self._files()
        steps: dict[str, dict[str, str]] = {}
        log, code = "", 0
        for step in self._composite:
            with self._start(step, inputs or {}, steps, files) as process:
                out, _ = process.communicate(timeout=self.timeout)
                log, code = log + out.decode(), process.returncode
            steps[step.get("id", "")] = read_pairs(files["GITHUB_OUTPUT"])
            files["GITHUB_OUTPUT"].write_text("")
            if code:
                break
        context = self._context(inputs or {}, steps)
        declared = self._document.get("outputs", {})
        outputs = {name: evaluate(one["value"], context) for name, one in declared.items()}
        return Done(code, outputs, files["GITHUB_STEP_SUMMARY"].read_text("utf-8"), log)

    @contextmanager
    def start(
        self, step_id: str, inputs: Mapping[str, str], **outputs: str
    ) -> Iterator[subprocess.Popen[bytes]]:
        """One step at work; `outputs` are what the step `install` gave."""
        (step,) = (one for one in self._composite if one.get("id") == step_id)
        with self._start(step, inputs, {"install": outputs}, self._files()) as process:
            yield process

    @property
    def _document(self) -> dict[str, Any]:
        document: dict[str, Any] = yaml.safe_load(self.action.read_text("utf-8"))
        return document

    @property
    def _composite(self) -> list[dict[str, Any]]:
        runs = self._document["runs"]
        assert runs["using"] == "composite"
        for step in runs["steps"]:
            assert set(step) <= _KEYS, f"this runner does not know {set(step) - _KEYS}"
            assert step["shell"] == "bash"
        return list(runs["steps"])

    def _files(self) -> dict[str, Path]:
        self.runs += 1
        self.temp.mkdir(parents=True, exist_ok=True)
        names = ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_STATE")
        files = {name: self.folder / f"{name.lower()}_{self.runs}" for name in names}
        for file in files.values():
            file.write_text("")
        return files

    def _context(self, inputs: Mapping[str, str], steps: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
        declared = self._document.get("inputs", {})
        unknown = set(inputs) - set(declared)
        assert not unknown, f"the action has no inputs {sorted(unknown)}"
        known = {"github.token": self.token, "github.action_path": str(self.action.parent)}
        known["runner.temp"] = str(self.temp)
        for name, one in declared.items():
            known[f"inputs.{name}"] = inputs.get(name, evaluate(str(one.get("default", "")), known))
        for step, outputs in steps.items():
            known |= {f"steps.{step}.outputs.{name}": value for name, value in outputs.items()}
        return known

    @contextmanager
    def _start(
        self,
        step: Mapping[str, Any],
        inputs: Mapping[str, str],
        steps: Mapping[str, Mapping[str, str]],
        files: Mapping[str, Path],
    ) -> Iterator[subprocess.Popen[bytes]]:
        context = self._context(inputs, steps)
        assert not _EXPRESSION.search(step["run"]), "an expression in a script is an injection"
        script = self.folder / f"{step.get('id', 'step')}_{self.runs}.sh"
        script.write_text(step["run"], "utf-8")
        own = {name: evaluate(str(value), context) for name, value in step.get("env", {}).items()}
        process = subprocess.Popen(
            [*_BASH, script],
            cwd=self.workspace,
            env={
                **self.environ,
                "CI": "true",
                "GITHUB_ACTIONS": "true",
                "GITHUB_ACTION_PATH": str(self.action.parent),
                "GITHUB_WORKSPACE": str(self.workspace),
                "RUNNER_TEMP": str(self.temp),
                **{name: str(file) for name, file in files.items()},
                **own,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)
            if process.stdout:
                process.stdout.close()


def evaluate(text: str, context: Mapping[str, str]) -> str:
    """A value of YAML with its expressions; an output that no step has set is empty, as it is for GitHub."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        assert re.fullmatch(r"[\w.-]+", name), f"this runner cannot evaluate {name!r}"
        if name.startswith("steps."):
            return context.get(name, "")
        return context[name]

    return _EXPRESSION.sub(value, text)


def read_pairs(file: Path) -> dict[str, str]:
    """What a step wrote to GITHUB_OUTPUT: `name=value`, or a value of many lines between delimiters."""
    pairs: dict[str, str] = {}
    lines = iter(file.read_text("utf-8").split("\n"))
    for line in lines:
        name, mark, rest = line.partition("<<")
        if mark and "=" not in name:
            value = []
            for inner in lines:
                if inner == rest:
                    break
                value.append(inner)
            else:
                raise AssertionError(f"the delimiter of {name} never comes back")
            pairs[name] = "\n".join(value)
        elif line:
            name, mark, value_text = line.partition("=")
            assert mark, f"no output: {line!r}"
            pairs[name] = value_text
    return pairs
