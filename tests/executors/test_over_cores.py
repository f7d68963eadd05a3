"""A plan is the same, however many cores cut it."""

import os

import pytest

from executors.scenes import watch


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="there is one core only")
def test_a_plan_by_all_cores_is_the_plan_by_one() -> None:
    assert watch("plans") == {"same": True, "files": True, "child": True}
