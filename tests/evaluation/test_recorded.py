"""The static engine is at least as good on the seen cases as when that was last recorded."""

from recorded import fallen, measure, reached, recorded, seen_cases


def test_the_static_engine_is_as_good_as_it_was() -> None:
    now = measure(seen_cases())
    assert not now.incomplete, [(score.name, score.failures) for score in now.incomplete]
    worse = fallen(recorded(), reached(now.scores))
    assert not worse, f"{'; '.join(worse)}: mend it, or record again with `make evals` and say why"


def test_a_fall_within_the_noise_is_none_and_a_language_that_is_gone_is_one() -> None:
    before = {"all": 0.5, "go": 0.4, "java": 0.3}
    assert fallen(before, {"all": 0.496, "go": 0.39}) == [
        "go: F1 was 0.400 and is 0.390",
        "java: F1 was 0.300 and is 0.000",
    ]
