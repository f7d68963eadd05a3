"""Answers come back as they were put, or not at all, whatever happened to the file."""

import sqlite3
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewbot.stores.answers import Keep
from reviewbot.stores.database import ASIDE, NAME
from stores.keeping import DAY, at_once, filled, opened

OTHER = "at, digest, text FROM answers WHERE key = 'key 2'"


def change(path: Path, statement: str, *values: object) -> None:
    """Change the file behind the store's back."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement, values)
    connection.close()


@settings(max_examples=30)
@given(texts=st.dictionaries(st.text(), st.text(), max_size=8))
def test_what_is_put_comes_back_in_the_next_run(
    texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    with opened(folder) as kept:
        for key, text in texts.items():
            kept.answers.put(key, text)
    with opened(folder) as kept:
        assert {key: kept.answers.get(key) for key in texts} == texts
        assert kept.answers.get("never put") is None
        assert not kept.told


def test_a_new_answer_takes_the_place_of_an_old_one(tmp_path: Path) -> None:
    with opened(tmp_path) as kept:
        kept.answers.put("key", "old")
        kept.answers.put("key", "new \ud800")
        assert kept.answers.get("key") == "new \ud800"


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("UPDATE answers SET text = ? WHERE key = 'key 1'", [b'{"findings": []}']),
        ("UPDATE answers SET text = (SELECT text FROM answers WHERE key = 'key 2') WHERE key = 'key 1'", []),
        (f"INSERT OR REPLACE INTO answers SELECT 'key 1', {OTHER}", []),
        ("UPDATE answers SET text = NULL, digest = 7 WHERE key = 'key 1'", []),
        ("UPDATE answers SET text = 'no bytes', digest = 'none' WHERE key = 'key 1'", []),
        ("UPDATE answers SET text = zeroblob(9000000) WHERE key = 'key 1'", []),
        ("UPDATE answers SET at = 'today' WHERE key = 'key 1'", []),
        ("UPDATE answers SET at = 9e18 WHERE key = 'key 1'", []),
    ],
    ids=["changed", "moved", "moved with its digest", "null", "text", "huge", "undated", "from the future"],
)
def test_S31_one_poisoned_answer_is_ignored_and_the_others_stand(
    tmp_path: Path, statement: str, values: list[object]
) -> None:
    change(filled(tmp_path), statement, *values)
    with opened(tmp_path) as kept:
        assert kept.answers.get("key 1") is None
        assert kept.answers.get("key 2") == "answer 2 " * 50
        kept.answers.put("key 1", "asked anew")
        assert kept.answers.get("key 1") == "asked anew"
        assert not kept.told


@pytest.mark.parametrize(
    "poison",
    [
        "CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM answers; END",
        "CREATE VIEW v AS SELECT * FROM answers",
        "ALTER TABLE answers ADD COLUMN more",
        "DROP TABLE factors",
        "PRAGMA application_id = 5",
    ],
)
def test_S31_a_file_of_another_schema_is_set_aside(tmp_path: Path, poison: str) -> None:
    path = filled(tmp_path)
    change(path, poison)
    with opened(tmp_path) as kept:
        kept.answers.put("key 1", "asked anew")
        assert kept.answers.get("key 1") == "asked anew"
        assert kept.answers.get("key 2") is None
        sentence = f"is not a cache of reviewbot; it was set aside as {ASIDE}, and a new one begun"
        assert kept.told == [f"the cache {path} {sentence}"]
    assert (tmp_path / ASIDE).stat().st_size > 4_096


def test_P05_a_newer_file_is_set_aside(tmp_path: Path) -> None:
    change(filled(tmp_path), "PRAGMA user_version = 2")
    with opened(tmp_path) as kept:
        assert kept.answers.get("key 1") is None
        assert len(kept.told) == 1
        assert "is of a newer version; it was set aside" in kept.told[0]


@pytest.mark.parametrize("size", [60, 100, 4_096, 9_000, 20_000])
def test_P05_a_cut_file_costs_its_answers_and_nothing_else(tmp_path: Path, size: int) -> None:
    path = filled(tmp_path)
    assert path.stat().st_size > 20_000
    path.write_bytes(path.read_bytes()[:size])
    check_that_it_is_used_anew(tmp_path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("whole"))


def check_noise(folder: Path, content: bytes) -> None:
    (folder / NAME).write_bytes(content)
    with opened(folder) as kept:
        for n in range(40):
            assert kept.answers.get(f"key {n}") in {None, f"answer {n} " * 50}
        kept.answers.put("another", "answer")
        assert len(kept.told) <= 2
    with opened(folder) as kept:
        kept.answers.put("another", "answer")
        assert kept.answers.get("another") == "answer"


@settings(max_examples=150)
@given(noise=st.binary(min_size=1, max_size=9_000), at=st.integers(0, 24_000))
def test_P05_no_damage_stops_a_run_or_changes_an_answer(
    noise: bytes, at: int, whole: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = whole.read_bytes()
    changed = content[:at] + noise + content[at + len(noise) :]
    check_noise(tmp_path_factory.mktemp("cache"), changed)


@pytest.mark.parametrize("at", [18, 47], ids=["write version", "schema format"])
def test_P05_a_header_of_a_time_to_come_is_damage(tmp_path: Path, whole: Path, at: int) -> None:
    content = whole.read_bytes()
    check_noise(tmp_path, content[:at] + b"\5" + content[at + 1 :])


def test_P05_an_error_whose_words_are_no_text_is_damage(tmp_path: Path, whole: Path) -> None:
    content = whole.read_bytes()
    assert b"tableanswersanswers" in content
    content = content.replace(b"tableanswersanswers", b"table\x80nswersanswers")
    check_noise(tmp_path, content.replace(b"CREATE TABLE answers", b"CREATE TABLX answers"))


def check_that_it_is_used_anew(folder: Path) -> None:
    """Whatever the first run met, the second has a whole cache, and each was told at most once."""
    with opened(folder) as kept:
        for n in range(40):
            assert kept.answers.get(f"key {n}") in {None, f"answer {n} " * 50}
            kept.answers.put(f"key {n}", "anew")
        assert len(kept.told) == 1
        assert "is damaged; it was set aside" in kept.told[0]
    with opened(folder) as kept:
        assert kept.answers.get("key 39") == "anew"
        assert not kept.told
    assert (folder / ASIDE).exists()


@pytest.mark.parametrize("noise", [b"not a database, but a letter " * 400, b"\0" * 8_192])
def test_P05_what_is_no_database_is_set_aside(tmp_path: Path, noise: bytes) -> None:
    (tmp_path / NAME).write_bytes(noise)
    check_that_it_is_used_anew(tmp_path)
    assert (tmp_path / ASIDE).read_bytes() == noise


def test_answers_are_forgotten_when_they_are_old(tmp_path: Path) -> None:
    with opened(tmp_path, now=lambda: 0 * DAY) as kept:
        kept.answers.put("old", "answer")
    with opened(tmp_path, now=lambda: 90 * DAY) as kept:
        assert kept.answers.get("old") == "answer"
        kept.answers.put("new", "answer")
    with opened(tmp_path, now=lambda: 91 * DAY) as kept:
        assert kept.answers.get("old") is None
        assert kept.answers.get("new") == "answer"
        kept.answers.put("newest", "answer")
        assert kept.database.read("SELECT key FROM answers ORDER BY key") == [(b"new",), (b"newest",)]


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path) -> None:
    clock = iter(range(100_000))
    with opened(tmp_path, Keep(bytes=1_000_000), lambda: next(clock)) as kept:
        for n in range(5_001):
            kept.answers.put(str(n), f"{n} " * 100)
        ((left,),) = kept.database.read("SELECT count(*) FROM answers")
        assert 1_000 < left < 3_500
        assert kept.answers.get("5000")
        assert kept.answers.get("0") is None
        ages = [int(key) for (key,) in kept.database.read("SELECT key FROM answers ORDER BY at")]
        assert ages == list(range(5_001 - left, 5_001))
    assert (tmp_path / NAME).stat().st_size < 2_500_000


def test_several_processes_share_one_file(tmp_path: Path) -> None:
    told = at_once(
        tmp_path,
        """\
for n in range(300):
    kept.answers.put(f"{number} {n}", f"{number} {n}" * 100)
    kept.answers.put(f"common {n}", f"common {n}" * 100)
    assert kept.answers.get(f"common {n}") == f"common {n}" * 100
    kept.factors.add("model", 1_000, 1_100)""",
    )
    assert told == ["0"] * 4
    with opened(tmp_path) as kept:
        for n in range(300):
            assert kept.answers.get(f"common {n}") == f"common {n}" * 100
            for number in range(4):
                assert kept.answers.get(f"{number} {n}") == f"{number} {n}" * 100
        assert kept.factors.learned("model") == 1.1


def test_P05_several_processes_that_meet_a_damaged_file_end_with_one_new_one(tmp_path: Path) -> None:
    path = filled(tmp_path)
    path.write_bytes(b"x" * 30_000)
    told = at_once(tmp_path, 'kept.answers.put(number, "mine")', processes=5)
    assert sorted(line[:1] for line in told) == ["0", "0", "0", "0", "1"]
    with opened(tmp_path) as kept:
        assert [kept.answers.get(str(n)) for n in range(5)] == ["mine"] * 5


def test_a_file_in_use_is_not_moved_away_from_under_another(tmp_path: Path) -> None:
    filled(tmp_path)
    with opened(tmp_path) as first:
        assert first.answers.get("key 1")
        (tmp_path / "reviewbot.damaged").touch()
        with opened(tmp_path) as second:
            assert second.answers.get("key 1") is None
            assert second.told == [
                f"the cache {tmp_path / NAME} is in use by another process; this run goes on without it"
            ]
        assert first.answers.get("key 1")


def test_who_holds_the_file_for_long_is_waited_for_once(tmp_path: Path) -> None:
    path = filled(tmp_path)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    started = time.monotonic()
    with opened(tmp_path) as kept:
        for n in range(20):
            kept.answers.put(f"new {n}", "answer")
        assert kept.answers.get("key 1") == "answer 1 " * 50
        assert time.monotonic() - started < 2.5
        holder.execute("ROLLBACK")
        kept.answers.put("new", "answer")
        assert kept.answers.get("new") == "answer"
        assert kept.told == [f"the cache {path} is held by another process; not all is kept"]
    holder.close()
