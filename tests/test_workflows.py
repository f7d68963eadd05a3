"""The action and the ready workflows, as linters and people would look at them."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewbot.doors.init import PLACEHOLDER, WORKFLOWS, workflow
from reviewbot.doors.job import Inputs
from reviewbot.settings import Settings

ROOT = Path(__file__).parent.parent
ACTION = ROOT / "action.yml"
FOLDER = ROOT / "examples" / "workflows"
NAMES = sorted(file.stem for file in FOLDER.glob("*.yml"))
DOCUMENT: dict[str, Any] = yaml.safe_load(ACTION.read_text("utf-8"))
BIN = Path(sys.executable).parent
OWN = PLACEHOLDER.partition("@")[0]


def parsed(name: str) -> dict[Any, Any]:
    document: dict[Any, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return document


def jobs(name: str) -> Iterator[dict[str, Any]]:
    yield from parsed(name)["jobs"].values()


def steps(name: str) -> Iterator[dict[str, Any]]:
    for job in jobs(name):
        yield from job["steps"]


def all_uses() -> list[tuple[str, str]]:
    return [(name, step["uses"]) for name in NAMES for step in steps(name) if "uses" in step]


def test_every_workflow_can_be_asked_for_by_name() -> None:
    assert set(NAMES) == set(WORKFLOWS)
    assert all(workflow(name) == (FOLDER / f"{name}.yml").read_text("utf-8") for name in NAMES)


def test_S30_zizmor_finds_nothing() -> None:
    command: list[str | Path] = [
        BIN / "zizmor",
        "--offline",
        "--no-progress",
        "--persona=pedantic",
        ACTION,
        *(FOLDER / f"{name}.yml" for name in NAMES),  # in a folder it looks for .github only
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    ours = re.sub(r"^.*INFO.*$", "", done.stderr, flags=re.MULTILINE)
    assert done.returncode == 0, done.stdout + ours


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-actions", [ACTION]),
        ("vendor.github-workflows", [FOLDER / f"{name}.yml" for name in NAMES]),
    ],
)
def test_S30_they_are_of_githubs_form(schema: str, files: list[Path]) -> None:
    command: list[str | Path] = [BIN / "check-jsonschema", "--builtin-schema", schema, *files]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_S30_no_script_holds_an_expression() -> None:
    scripts = [step["run"] for step in DOCUMENT["runs"]["steps"]]
    scripts += [step["run"] for name in NAMES for step in steps(name) if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


@pytest.mark.parametrize("name", NAMES)
def test_S30_a_workflow_asks_for_no_more_than_it_needs(name: str) -> None:
    assert parsed(name)["permissions"] == {}
    allowed = [
        {"contents": "read"},
        {"contents": "read", "pull-requests": "write"},
        {"pull-requests": "write"},
        {"security-events": "write"},
    ]
    assert all(job["permissions"] in allowed for job in jobs(name))
    assert all("timeout-minutes" in job for job in jobs(name))
    assert "concurrency" in parsed(name)


@pytest.mark.parametrize("name", NAMES)
def test_S30_no_checkout_leaves_a_token_behind(name: str) -> None:
    checkouts = [step for step in steps(name) if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("name", NAMES)
def test_S30_no_workflow_runs_beside_code_it_does_not_trust(name: str) -> None:
    # YAML reads the key `on` as true.
    started_by = parsed(name)[True]
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(started_by)


@pytest.mark.parametrize("name", NAMES)
def test_a_secret_goes_to_our_action_by_an_input_or_to_our_program_in_one_step(name: str) -> None:
    for holder in (parsed(name), *jobs(name)):
        assert "env" not in holder
    for step in steps(name):
        ours = step.get("uses", "").startswith(f"{OWN}@") or "-m reviewbot" in step.get("run", "")
        assert ours or "secrets." not in str(step)
        assert "secrets." not in str({**step, "with": {**step.get("with", {}), "api-key": ""}, "env": {}})


@pytest.mark.parametrize("name", ["two-jobs", "sweep"])
def test_who_reads_cannot_write_and_who_writes_has_no_key(name: str) -> None:
    read, publish = parsed(name)["jobs"].values()
    assert "write" not in read["permissions"].values()
    assert "secrets" not in str(publish)
    assert "actions/checkout" not in str(publish)
    assert "contents" not in publish["permissions"]


def test_forks_get_neither_key_nor_pen() -> None:
    assert "secrets" not in str(parsed("forks"))
    assert all(job["permissions"] == {"contents": "read"} for job in jobs("forks"))


@pytest.mark.parametrize(("name", "uses"), all_uses())
def test_S32_every_action_is_pinned_by_its_commit(name: str, uses: str) -> None:
    assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", uses)
    # A pin that no person can read will never be looked at: the release stands beside it.
    assert re.search(
        re.escape(uses) + r" # (v\d+\.\d+\.\d+|the full commit id)",
        (FOLDER / f"{name}.yml").read_text("utf-8"),
    )


def test_S32_one_action_has_one_pin() -> None:
    pins = {uses for _, uses in all_uses()}
    assert len({re.sub("@.*", "", pin) for pin in pins}) == len(pins)


def test_S32_the_action_uses_no_other_and_installs_by_hash() -> None:
    assert not [step for step in DOCUMENT["runs"]["steps"] if "uses" in step]
    install = DOCUMENT["runs"]["steps"][0]["run"]
    assert (
        install.count("--require-hashes")
        == len(re.findall(r"\bpip .*\binstall\b|\bpip install\b", install))
        == 2
    )


def test_no_step_imports_or_is_configured_by_the_workspace() -> None:
    """Python puts the folder it is started in before its own library, unless it is told -I."""
    for step in DOCUMENT["runs"]["steps"]:
        for line in step["run"].splitlines():
            started = re.search(r'"\$(?:found|python|PYTHON)"(?! *=)(?! \])\s+(\S+)', line)
            assert not started or started[1] in {"-I", "--require-hashes"}, line
    assert 'cd "$GITHUB_ACTION_PATH"' in DOCUMENT["runs"]["steps"][0]["run"]
    assert "--no-config" in DOCUMENT["runs"]["steps"][0]["run"]


def test_what_a_workflow_gives_our_action_it_takes() -> None:
    given = {
        (name, key)
        for name in NAMES
        for step in steps(name)
        if step.get("uses", "").startswith(f"{OWN}@")
        for key in step["with"]
    }
    assert given
    assert {key for _, key in given} <= set(DOCUMENT["inputs"])


def test_every_input_reaches_the_command_through_the_environment() -> None:
    environment = DOCUMENT["runs"]["steps"][1]["env"]
    handed = {
        f"INPUT_{name.replace('-', '_').upper()}": f"${{{{ inputs.{name} }}}}" for name in DOCUMENT["inputs"]
    }
    install_only = {"INPUT_PYTHON"}
    assert {
        name: value for name, value in handed.items() if name not in install_only
    }.items() <= environment.items()


def test_inputs_that_are_settings_are_called_like_them() -> None:
    others = {"github-token", "api-key", "fail-on-incomplete", "comment", "check-run", "sarif"}
    others |= {"pull-request", "path", "config", "publish", "python", "install-only"}
    named = {name.replace("-", "_") for name in set(DOCUMENT["inputs"]) - others}
    assert named <= set(Settings.model_fields)
    assert Inputs.of({f"INPUT_{name.upper()}": "x" for name in named}).settings.keys() == named
