"""A sweep on a Dask cluster says what a sweep on this machine says, to the byte."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command import Command
from fakes.model_server import Answer, ModelServer, Request, completion, findings, item
from sweeping.cluster import cluster
from sweeping.trees import function, repository

TLS = (Path(__file__).parents[2] / "docs" / "scale.md").read_text("utf-8").partition("### TLS")[2]
RULE = "=" * 900 + "\n"
BAD = "import subprocess\n\ndef run(request):\n    subprocess.call(request.args['x'], shell=True)\n"


def wide(tmp_path: Path) -> Path:
    """A repository of some megabytes and few tokens: many batches, and a handful of chunks in each."""
    files = {f"area{n}/part.py": function(f"step{n}") for n in range(5)}
    notes = {f"area{n}/notes.txt": RULE * 500 for n in range(5)}
    return repository(tmp_path / "shop", {**files, **notes, "bad.py": BAD})


def reply(request: Request) -> Answer:
    """A model that complains about one of the files, after a while."""
    found = "step3(" in request.chunk
    answer = findings(item("def step3(value):", cwe="CWE-20")) if found else completion()
    return answer.later(0.4)


def test_the_report_is_the_same_to_the_byte(reviewbot: Command, tmp_path: Path) -> None:
    place = wide(tmp_path)
    static = ("sweep", place, "--engine", "static", "--format", "json")
    local = reviewbot(*static, cwd=tmp_path)
    with cluster(tmp_path / "dask", reviewbot.environment()) as there:
        far = reviewbot(*static, "--executor", f"dask://{there.address}", cwd=tmp_path)
    assert local.code == far.code == 1, far.err
    assert far.out == local.out


def test_a_list_is_read_by_one_client(reviewbot: Command, tmp_path: Path) -> None:
    repository(tmp_path / "one", {"bad.py": BAD})
    repository(tmp_path / "two", {"bad.py": BAD})
    static = ("sweep", "one", "two", "--engine", "static", "--format", "json")
    local = reviewbot(*static, cwd=tmp_path)
    with cluster(tmp_path / "dask", reviewbot.environment()) as there:
        far = reviewbot(*static, "--cache", "off", "--executor", f"dask://{there.address}", cwd=tmp_path)
        told = (tmp_path / "dask" / "dask_scheduler.log").read_text()
    assert far.out == local.out
    # Workers have one of their own each, to ask whether a task was begun.
    assert len(re.findall("Receive client connection: Client-(?!worker)", told)) == 1


@pytest.mark.parametrize("model", ["deepseek-flash", "without-a-price"])
def test_a_worker_that_is_killed_on_the_way_changes_no_byte_but_the_bill(
    reviewbot: Command, tmp_path: Path, model: str
) -> None:
    """What it has spent nobody knows; where no price is known, that changes nothing either."""
    place = wide(tmp_path)
    with ModelServer(reply) as server:
        place_and_model = (str(place), "--base-url", server.base_url, "--model", model)
        both = ("sweep", *place_and_model, "--engine", "both", "--format", "json")
        local = reviewbot(*both, "--no-verify", cwd=tmp_path)
        asked = len(server.requests)
        assert len(local.report["findings"]) == 2
        with (
            cluster(tmp_path / "dask", reviewbot.environment()) as there,
            subprocess.Popen(
                [
                    *(sys.executable, "-m", "reviewbot", *both, "--no-verify"),
                    *("--executor", f"dask://{there.address}"),
                ],
                cwd=tmp_path,
                env=reviewbot.environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            ) as process,
        ):
            deadline = time.monotonic() + 60
            while len(server.requests) < asked + 3 and time.monotonic() < deadline:
                time.sleep(0.01)
            there.kill_one()
            out, err = process.communicate(timeout=100)
        assert process.returncode == local.code == 1, err
    bill = re.compile(r'("cost_usd": )[0-9.e-]+')
    assert out.decode() == bill.sub(r"\1null", local.out)
    assert bool(bill.search(local.out)) is (model == "deepseek-flash")


def test_no_scheduler_is_an_error_with_a_hint(reviewbot: Command, tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", {"a.py": "x = 1\n"})
    ran = reviewbot("sweep", place, "--engine", "static", "--executor", "dask://127.0.0.1:9", cwd=tmp_path)
    assert ran.code == 2
    assert "no Dask scheduler answers" in ran.err


def test_a_cluster_without_workers_is_an_error(reviewbot: Command, tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", {"a.py": "x = 1\n"})
    with cluster(tmp_path / "dask", reviewbot.environment(), workers=0) as there:
        address = f"dask://{there.address}"
        ran = reviewbot("sweep", place, "--engine", "static", "--executor", address, cwd=tmp_path)
    assert ran.code == 2
    assert "has no workers" in ran.err


def tls(folder: Path) -> dict[str, str]:
    """What docs/scale.md says to set, with the certificates that it says to make."""
    commands, variables = re.findall(r"```(?:console|sh)\n(.*?)```", TLS, re.DOTALL)[:2]
    folder.mkdir()
    subprocess.run(["bash", "-euc", commands], cwd=folder, check=True, capture_output=True)
    told = subprocess.run(
        ["bash", "-euc", f"{variables}\nenv"], cwd=folder, check=True, capture_output=True, text=True
    )
    return dict(line.split("=", 1) for line in told.stdout.splitlines() if line.startswith("DASK_"))


def test_a_cluster_with_tls_and_one_that_is_not_for_us(reviewbot: Command, tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", {"bad.py": BAD})
    ours, other = tls(tmp_path / "ours"), tls(tmp_path / "other")
    nameless = {name: ours[name] for name in ours if "CLIENT" not in name}
    with cluster(tmp_path / "dask", reviewbot.environment(**ours)) as there:
        sweep = ("sweep", place, "--engine", "static", "--executor", f"dask://{there.address}")
        ran = reviewbot(*sweep, cwd=tmp_path, stdin=b"", **ours)
        assert ran.code == 1, ran.err
        assert "CWE-78" in ran.out
        for wrong in (other, nameless, {}):
            ran = reviewbot(*sweep, cwd=tmp_path, stdin=b"", **wrong)
            assert ran.code == 2, ran.err
            assert "no Dask scheduler answers" in ran.err
