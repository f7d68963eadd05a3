"""A look-up past the function beside it that does the same and asks who may have it."""

from pathlib import Path

import pytest
import yaml

from reviewers.static.removals.twosides import lost

CASES = yaml.safe_load(Path(__file__).with_name("bypassed.yml").read_text())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_look_up_past_what_asks_is_found(case: dict[str, str]) -> None:
    assert [claim.cwe for claim in lost(case["before"], case["after"], case["language"])] == [case["cwe"]]
