"""How the time that a regular expression takes grows with the text it is given."""

from reviewbot.reviewers.static.slow.growth import EXPONENTIAL, LINEAR, growth, is_exponential, searched
from reviewbot.reviewers.static.slow.literals import patterns_of

__all__ = ["EXPONENTIAL", "LINEAR", "growth", "is_exponential", "patterns_of", "searched"]
