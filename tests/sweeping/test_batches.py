from hypothesis import given
from hypothesis import strategies as st

from reviewbot.sources.tree import Leaf
from reviewbot.sweeping.batches import MOST_BYTES, MOST_FILES, Batch, batches, riskiest_first, shard
from sweeping.trees import leaf

PATHS = st.from_regex(r"(?:[a-d]{1,2}/){0,3}[a-z]{1,6}\.(?:py|js|lock|png)", fullmatch=True)
LEAVES = st.lists(
    st.builds(leaf, PATHS, st.integers(0, 500_000)), unique_by=lambda one: one.path, max_size=60
)


def flat(cut: tuple[Batch, ...]) -> list[Leaf]:
    return [one for batch in cut for one in batch.leaves]


@given(LEAVES)
def test_every_file_is_in_exactly_one_batch_in_order_of_the_paths(leaves: list[Leaf]) -> None:
    assert flat(batches(leaves)) == sorted(leaves)


@given(LEAVES)
def test_no_batch_is_larger_than_it_must_be(leaves: list[Leaf]) -> None:
    for batch in batches(leaves):
        assert len(batch.leaves) <= MOST_FILES
        assert batch.size <= MOST_BYTES or sum(one.size > 0 for one in batch.leaves) == 1


def test_a_changed_file_changes_its_own_batch_only() -> None:
    leaves = [leaf(f"src/pack{n // 40}/part{n:04}.py", 20_000) for n in range(1_500)]
    before = batches(leaves)
    leaves[700] = leaves[700]._replace(blob="c")
    after = batches(leaves)
    assert len(before) > 10
    keys = {batch.key("", {}) for batch in before}
    assert sum(batch.key("", {}) not in keys for batch in after) == 1


def test_a_new_file_changes_few_batches() -> None:
    leaves = [leaf(f"src/pack{n // 40}/part{n:04}.py", 20_000) for n in range(1_500)]
    keys = {batch.key("", {}) for batch in batches(leaves)}
    after = batches([*leaves, leaf("src/pack17/part0699a.py", 20_000)])
    assert sum(batch.key("", {}) not in keys for batch in after) <= 3


def test_a_key_depends_on_all_that_decides_over_a_report() -> None:
    batch = Batch((leaf("a.py"),))
    other = (
        Batch((leaf("b.py"),)).key("", {}),
        Batch((leaf("a.py", blob="c"),)).key("", {}),
        Batch((leaf("a.py"), leaf("b.py"))).key("", {}),
        batch.key("model", {}),
        batch.key("", {"a.py": "generated"}),
    )
    assert batch.key("", {}) not in other
    assert len({batch.key("", {}), *other}) == len(other) + 1


@given(LEAVES, st.integers(1, 7))
def test_shards_share_out_all_batches(leaves: list[Leaf], of: int) -> None:
    cut = batches(leaves)
    parts = [shard(cut, number, of) for number in range(1, of + 1)]
    assert sorted(id(batch) for part in parts for batch in part) == sorted(map(id, cut))


def test_shards_are_balanced_by_size() -> None:
    cut = tuple(Batch((leaf(f"{n}.py", (n % 17 + 1) * 10_000),)) for n in range(200))
    loads = [sum(batch.size for batch in shard(cut, number, 4)) for number in range(1, 5)]
    assert max(loads) - min(loads) <= 170_000
    assert shard(cut, 2, 4) == shard(cut, 2, 4)


def test_the_riskiest_batch_is_first() -> None:
    dull, risky = Batch((leaf("docs/notes.md"),)), Batch((leaf("app/session/login.py"),))
    assert riskiest_first([dull, risky]) == [risky, dull]
