"""Checks that a change removes or weakens: what stood between an attacker and the code that stays.

`lexis` and `sides` give both sides of each edit as lines of code, `statements` and `conditions` what they
say, `familybook` which of that protects against what. `guards`, `marks`, `swaps` and `weaker` compare the
sides; `kept` knows what the change adds elsewhere, for a check that moved is not lost.
"""

from reviewbot.reviewers.static.removals.reviewer import Removals

__all__ = ["Removals"]
