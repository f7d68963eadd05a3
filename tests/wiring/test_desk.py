"""What is built from settings: whose prices count, what is shown, what a run has cost."""

import asyncio
import re
from collections.abc import Sequence

import pytest

from builders import chunk_of
from reviewbot.chunks import Plan
from reviewbot.diff import Target
from reviewbot.findings import Confidence
from reviewbot.pipeline import review_plan
from reviewbot.report import Report, totals
from reviewbot.review import Usage
from reviewbot.reviewers.static.passages import Passage
from reviewbot.reviewers.static.secrets import Secret
from reviewbot.reviewers.veil import Veil
from reviewbot.settings import OFF, Settings, load_settings
from reviewbot.stores.ranks import load_counter
from reviewbot.wiring import find_place, forecast_costs, set_up
from reviewbot.wiring.asking import open_asking

VALUE = "AKIA" + "QZ7RTYUI2OPLKJHG"
OWN = {"gpt-4o": [100.0, 100.0, 100.0], "house-model": [7.0, 7.0, 7.0]}
USED = Usage(3, 1_000_000, 0, 0, 0.15)


def settings(**given: object) -> Settings:
    return load_settings({"cache": OFF, "engine": "model", **given}, {})


def find_keys(passage: Passage) -> Sequence[Secret]:
    """Finds keys by their first letters."""
    found = re.finditer(rb"AKIA[A-Z0-9]{16}", "\n".join(passage.lines).encode())
    return [Secret(match.start(), match.end(), "AWS access key", Confidence.HIGH) for match in found]


def concluded(given: Settings) -> Report:
    """The report of a run whose calls came to USED, of which the readings know nothing."""
    place = find_place(given, {"DEEPSEEK_API_KEY": "sk-fakefake"})
    asking = open_asking(given, place, load_counter(), None, Veil(find_keys), None)
    asking.caller.meter.charge(USED)
    return asking.conclude(asyncio.run(review_plan(Target("diff", "shop"), Plan((), ()), [])))


def test_a_report_tells_what_all_calls_of_a_run_have_cost() -> None:
    assert concluded(settings()).usage == USED


def test_a_persons_own_price_counts_in_what_a_review_costs_elsewhere() -> None:
    costs = dict(concluded(settings(prices=OWN)).facts.elsewhere)
    # 1.10 of deepseek-flash's tokens to 1.00 of gpt-4o's.
    assert costs["gpt-4o"] == pytest.approx(100 / 1.10, rel=1e-4)


def test_a_persons_own_price_counts_in_what_a_plan_would_cost() -> None:
    plan = Plan((chunk_of("x = 1\n"),), ())
    usual, own = forecast_costs(totals(plan), OFF), forecast_costs(totals(plan), OFF, OWN)
    assert own.keys() - usual.keys() == {"house-model"}
    assert {name for name in usual if own[name] != usual[name]} == {"gpt-4o"}
    assert (own["gpt-4o"] or 0) > 10 * (usual["gpt-4o"] or 0) > 0


def test_a_plan_is_shown_as_it_would_be_sent() -> None:
    plan = Plan((chunk_of(f'key = "{VALUE}"\nuse(key)\n'),), ())
    desk = set_up(settings(engine="static"), {})
    (chunk,) = desk.as_sent(plan).chunks
    assert VALUE not in chunk.text
    assert re.search(r'1\+key = "<SECRET:[a-z-]+:1>"\n2\+use\(key\)\n', chunk.text)
    assert (chunk.owns, chunk.tokens) == (plan.chunks[0].owns, plan.chunks[0].tokens)
