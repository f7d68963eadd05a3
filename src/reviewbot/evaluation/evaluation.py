"""Everything that is known after an evaluation: what each way of telling gets, and nothing else."""

from dataclasses import dataclass

from reviewbot.evaluation.comparison import Comparison
from reviewbot.evaluation.figures import Effort, Figures, count, effort
from reviewbot.evaluation.running import Session
from reviewbot.evaluation.scoring import Score, score_all
from reviewbot.report import Facts


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scored cases, who read them, and what that took."""

    scores: tuple[Score, ...]
    engines: tuple[str, ...]
    facts: Facts
    effort: Effort
    comparison: Comparison | None = None

    @property
    def overall(self) -> Figures:
        """The figures of all cases."""
        return count(self.scores)

    @property
    def incomplete(self) -> tuple[Score, ...]:
        """Cases of which something was not read; what they lack was not judged fairly."""
        return tuple(score for score in self.scores if score.failures)


def evaluate(session: Session) -> Evaluation:
    """Judge what the runs of a session brought."""
    scores = score_all(session.runs)
    return Evaluation(scores, session.engines, session.facts, effort(scores, session.seconds))
