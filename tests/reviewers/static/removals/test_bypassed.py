"""A look-up past the function beside it that does the same and asks who may have it."""

from pathlib import Path

import pytest
import yaml

from reviewers.static.removals.twosides import lost

CASES = yaml.safe_load(Path(__file__).with_name("bypassed.yml").read_text())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_look_up_past_what_asks_is_found(case: dict[str, str]) -> None:
    assert [claim.cwe for claim in lost(case["before"], case["after"], case["language"])] == [case["cwe"]]


def test_the_function_may_stand_far_away() -> None:
    case = CASES[0]
    far = "\n".join(f"const part{at} = {at}" for at in range(100))
    before, after = (
        case[side].replace("exports.download", f"{far}\nexports.download") for side in ("before", "after")
    )
    assert [claim.cwe for claim in lost(before, after, case["language"])] == [case["cwe"]]


def test_a_function_that_asks_nothing_is_not_missed() -> None:
    case = CASES[0]
    before, after = (
        case[side]
        .replace("share.passwordHash && !granted.includes(share.id)", "!share.album")
        .replace("401, ", "404, ")
        for side in ("before", "after")
    )
    assert lost(before, after, case["language"]) == []
