"""Print what reviewing a change of 300 lines takes, in prompt tokens and money, over ten real changes.

    make costs

Each change is a part of a release, about 300 changed lines of it. Tokens are those of the finder's calls as
they would be sent, the system prompt counted once per call, without and with context from elsewhere. Money is
that of the median change with context, with the answers that the forecast of `reviewbot plan` assumes.
"""

import statistics
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ratios import cut
from releases import Release, commit_both
from reviewbot.chunks import Chunk, Plan, plan
from reviewbot.report import totals
from reviewbot.reviewers.request import review_question
from reviewbot.settings import OFF, load_settings
from reviewbot.sources.repository import range_changes
from reviewbot.stores.prompts import load_prompt
from reviewbot.stores.ranks import TokenCounter, load_counter
from reviewbot.wiring import find_place, forecast_costs, set_up

LINES = 300
RELEASES = (
    Release("pypi", "django", "4.2", "5.1"),
    Release("pypi", "flask", "2.2.0", "3.0.0"),
    Release("pypi", "requests", "2.27.0", "2.32.0"),
    Release("pypi", "aiohttp", "3.9.0", "3.11.0"),
    Release("pypi", "fastapi", "0.95.0", "0.110.0"),
    Release("pypi", "sqlalchemy", "2.0.0", "2.0.30"),
    Release("pypi", "werkzeug", "2.2.0", "3.0.0"),
    Release("npm", "express", "4.17.1", "4.21.0"),
    Release("npm", "axios", "1.4.0", "1.7.0"),
    Release("npm", "fastify", "4.10.0", "4.28.0"),
)


def prompt_tokens(chunks: Iterable[Chunk], count: TokenCounter) -> int:
    """Tokens of all messages, as the model's own tokenizer is expected to see them."""
    system = load_prompt("review").text
    questions = [review_question(system, chunk) for chunk in chunks]
    return round(sum(count(q.system) + count(q.user) for q in questions) * count.factor)


def main() -> None:
    """One line per change, then the median and its price on each model."""
    folder = Path(tempfile.gettempdir()) / "reviewbot-benchmarks"
    folder.mkdir(exist_ok=True)
    print(f"{'change':<28} {'lines':>6} {'calls':>6} {'without context':>16} {'with':>8}")
    count = load_counter(find_place(load_settings({}, {}), {}).facts.token_factor)
    plans: list[tuple[int, int, Plan]] = []
    for release in RELEASES:
        repository = commit_both(release, folder)
        changes = range_changes(repository, "base", cut(repository, LINES))
        desk = set_up(load_settings({"cache": OFF}, {}), {}, changes.library)
        bare = plan(changes.files, desk.limits, desk.count)
        full = desk.with_context(bare)
        plans.append((prompt_tokens(bare.chunks, count), prompt_tokens(full.chunks, count), full))
        lines = sum(len(span) for chunk in bare.chunks for span in chunk.owns)
        print(
            f"{release!s:<28} {lines:>6} {len(full.chunks):>6} {plans[-1][0]:>16,} {plans[-1][1]:>8,}",
            flush=True,
        )
    bare_median = statistics.median(bare for bare, _, _ in plans)
    full_median = statistics.median(full for _, full, _ in plans)
    print(f"{'median':<42} {bare_median:>16,.0f} {full_median:>8,.0f}\n")
    costs = [forecast_costs(totals(full), OFF) for _, _, full in plans]
    for model in costs[0]:
        print(f"{model:<28} ${statistics.median(cost[model] or 0.0 for cost in costs):.4f}")


if __name__ == "__main__":
    main()
