"""What other scanners found: their SARIF logs join the review as reviewers of their own.

A log is as little trusted as a change: it comes from a scanner that has read hostile code. Whatever it says
of a path is only compared with the names of changed files; none is ever opened.
"""

from reviewbot.reviewers.imported.logs import LARGEST, Scan, read_log
from reviewbot.reviewers.imported.results import Result
from reviewbot.reviewers.imported.reviewer import ImportReviewer, account, join

__all__ = ["LARGEST", "ImportReviewer", "Result", "Scan", "account", "join", "read_log"]
