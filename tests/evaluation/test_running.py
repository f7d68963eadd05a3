"""Every change is reviewed as the doors review it, with a model too, many at a time."""

from pathlib import Path

import pytest

from evaluation.labelled import head, write_case
from fakes.model_server import Answer, ModelServer, Plant, Request, completion, findings, planted
from reviewbot import __version__
from reviewbot.diff import Changeset
from reviewbot.errors import Unavailable
from reviewbot.evaluation.cases import Case, Twin
from reviewbot.evaluation.loading import load_cases
from reviewbot.evaluation.running import Session, run_cases
from reviewbot.evaluation.trees import Archive
from reviewbot.settings import load_settings
from reviewbot.sources.library import GitLibrary
from reviewbot.stores.ranks import TokenCounter, load_counter
from reviewbot.wiring import setting_up

SHELL = planted(Plant("shell=True", cwe="CWE-78"))


@pytest.fixture
def cases(tmp_path: Path) -> tuple[Case, ...]:
    """Two pairs that differ in their names alone."""
    for name in ("line-count", "word-count"):
        write_case(tmp_path, name)
    return load_cases(tmp_path)


def asked(cases: tuple[Case, ...], server: ModelServer, **settings: object) -> Session:
    flags = {"engine": "model", "base_url": server.base_url, "verify": False, "cache": "off", **settings}
    return run_cases(cases, load_settings(flags, {}), {})


def test_each_change_is_read_once_and_whole_many_at_a_time(cases: tuple[Case, ...]) -> None:
    with ModelServer(lambda request: SHELL(request).later(0.3)) as server:
        session = asked(cases, server, concurrency=4)
    assert [(run.case.name, run.twin.value) for run in session.runs] == [
        (name, twin) for name in ("line-count", "word-count") for twin in ("vulnerable", "safe")
    ]
    assert [len(run.sightings) for run in session.runs] == [1, 0] * 2
    assert {run.lines for run in session.runs} == {3}
    assert session.engines == ("model", "static")
    assert (len(server.requests), server.peak > 1) == (4, True)
    # Each has its own bill.
    assert [run.usage.calls for run in session.runs] == [1] * 4
    assert [run.usage.completion_tokens for run in session.runs] == [50] * 4


def test_a_secret_of_one_case_is_not_hidden_in_another(tmp_path: Path) -> None:
    code = 'API_TOKEN = "{}"\n'
    token = "ghp_" + "a1B2c3D4e5F6g7H8i9J0" + "k1L2m3N4o5P6q7R8"
    for name, value in (("a-case", token), ("b-case", "made-of-words-only")):
        trees = {"safe": {"app.py": code.format(value) + "# ask for made-of-words-only\n"}}
        write_case(tmp_path, name, toml=head(), trees=trees)
    with ModelServer(completion()) as server:
        asked(load_cases(tmp_path), server)
    assert not any(token in request.chunk for request in server.requests)
    assert any("made-of-words-only" in request.chunk for request in server.requests)


def test_what_a_model_asks_for_is_looked_up_in_the_case_at_hand(tmp_path: Path) -> None:
    for name in ("first", "second"):
        trees = {
            "safe": {
                "app.py": "from store import keep\n\n\ndef save(item):\n    keep(item)\n",
                "store.py": f"def keep(item):\n    return '{name}'\n",
            },
            "base": {"store.py": f"def keep(item):\n    return '{name}'\n"},
        }
        write_case(tmp_path, name, toml=head(), trees=trees)
    with ModelServer(completion()) as server:
        asked(load_cases(tmp_path), server)
    shown = sorted(request.chunk for request in server.requests)
    assert len(shown) == 2
    assert ["'first'" in text for text in shown] == ["'second'" not in text for text in shown]


def test_who_cannot_be_asked_at_all_is_no_result(cases: tuple[Case, ...]) -> None:
    with pytest.raises(Unavailable, match="there is no key for the model"):
        run_cases(cases, load_settings({"engine": "model", "cache": "off"}, {}), {})


def test_a_reply_that_nobody_can_read_is_a_failure_of_its_run(cases: tuple[Case, ...]) -> None:
    def script(request: Request) -> Answer:
        return completion("I see nothing.") if "shell=True" in request.chunk else findings()

    with ModelServer(script) as server:
        session = asked(cases, server, attempts=1)
    failed = [run for run in session.runs if run.failures]
    assert {run.twin for run in failed} == {Twin.VULNERABLE}
    assert all(run.failures[0].startswith("model: ") and run.lines < 3 for run in failed)


def test_the_static_engine_reads_all_cases_at_one_desk(cases: tuple[Case, ...]) -> None:
    session = run_cases(cases, load_settings({"engine": "static"}, {}), {})
    assert [len(run.sightings) > 0 for run in session.runs] == [True, False] * 2
    assert not any(run.failures for run in session.runs)
    assert session.engines == ("static",)


def test_a_bug_in_one_review_is_a_failure_of_that_run_and_of_no_other(
    cases: tuple[Case, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Archive.changes

    def broken(archive: Archive, case: Case, twin: Twin) -> Changeset:
        if (case.name, twin) == ("line-count", Twin.VULNERABLE):
            raise ZeroDivisionError("a secret may stand here")
        return whole(archive, case, twin)

    monkeypatch.setattr(Archive, "changes", broken)
    session = run_cases(cases, load_settings({"engine": "static"}, {}), {})
    first, *others = session.runs
    assert first.failures == ("the review broke off: ZeroDivisionError; this is a bug in reviewbot",)
    assert (first.sightings, first.lines) == ((), 0)
    assert [len(run.failures) for run in others] == [0, 0, 0]
    assert (session.engines, session.facts.version) == (("static",), __version__)


def test_an_evaluation_of_nothing_but_bugs_is_incomplete(
    cases: tuple[Case, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Changeset:
        raise RecursionError

    monkeypatch.setattr(Archive, "changes", broken)
    session = run_cases(cases, load_settings({"engine": "static"}, {}), {})
    assert all(len(run.failures) == 1 for run in session.runs)
    assert (session.engines, session.facts.version) == ((), __version__)


def test_who_asks_a_model_loads_rules_and_ranks_once(
    cases: tuple[Case, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = []

    def load(factor: float = 1.0) -> TokenCounter:
        loaded.append(factor)
        return load_counter(factor)

    monkeypatch.setattr(setting_up, "load_counter", load)
    with ModelServer(SHELL) as server:
        session = asked(cases, server)
    assert [len(run.sightings) for run in session.runs] == [1, 0] * 2
    assert loaded == [1.0]


def test_versions_with_odd_names_are_stored_as_they_are(tmp_path: Path) -> None:
    odd = 'web/a "b"\\c\n%d é.py'
    write_case(
        tmp_path / "cases", "odd..name@{0}", toml=head(), trees={"safe": {odd: "A = 1\n", "empty.py": ""}}
    )
    cases = load_cases(tmp_path / "cases")
    (tmp_path / "git").mkdir()
    changes = Archive.fill(tmp_path / "git", cases).changes(cases[0], Twin.SAFE)
    assert isinstance(changes.library, GitLibrary)
    assert {file.path for file in changes.files} == {odd, "empty.py"}


def test_what_only_one_side_has_is_added_or_removed(tmp_path: Path) -> None:
    same = {"same.py": "B = 1\n"}
    trees = {"base": {"old.py": "A = 1\n" * 9, **same}, "safe": {"new.py": "print('hello')\n" * 9, **same}}
    write_case(tmp_path / "cases", toml=head(), trees=trees)
    cases = load_cases(tmp_path / "cases")
    (tmp_path / "git").mkdir()
    changes = Archive.fill(tmp_path / "git", cases).changes(cases[0], Twin.SAFE)
    assert {file.path for file in changes.files} == {"old.py", "new.py"}
