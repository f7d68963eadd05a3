"""What is known of values, and how much of it is kept."""

from reviewbot.reviewers.static.flow.state import State
from reviewbot.reviewers.static.flow.values import UNKNOWN, Origin, Value, union


def origins(count: int) -> list[Origin]:
    return [Origin("remote", f"request.GET[{at}]") for at in range(count)]


def test_of_too_many_origins_those_that_do_most_harm_are_kept() -> None:
    clean, dirty = origins(300)[:200], origins(300)[200:]
    found = union(
        [*({one: frozenset({"sql"})} for one in clean), *({one: frozenset[str]()} for one in dirty)]
    )
    assert len(found) == 100
    assert list(found) == dirty


def test_what_a_test_rules_out_leaves_the_order_of_the_others() -> None:
    every = origins(40)
    state = State({"x": Value(dict.fromkeys(every, frozenset()))})
    state.rule_out(every[::3], frozenset({"sql"}))
    assert list(state.variables["x"].taints) == every
    state.rule_out(every[::2], frozenset({"*"}))
    assert list(state.variables["x"].taints) == every[1::2]
    assert list(state.seen(dict.fromkeys(every, frozenset()))) == every[1::2]


def test_a_new_value_forgets_its_members() -> None:
    state = State({"a.b": UNKNOWN, "ab": UNKNOWN})
    state.put("a.c.d", UNKNOWN)
    state.keep("a.c", UNKNOWN)
    assert "a.c.d" in state.variables
    state.put("a.c", UNKNOWN)
    assert set(state.variables) == {"a.b", "ab", "a.c"}
    started = State({"a.b": UNKNOWN, "ab": UNKNOWN})
    started.put("a", UNKNOWN)
    assert set(started.variables) == {"ab", "a"}
