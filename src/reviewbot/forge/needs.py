"""What reviewbot asks of GitHub, in words, and the workflow permission that each takes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """`what` follows "may not" and "refuses to"; `permission` is a line of a workflow's `permissions:`."""

    what: str
    permission: str


WHO = Need("ask who it is", "")
PULL = Need("read the pull request", "pull-requests: read")
CONTENTS = Need("read the repository", "contents: read")
COMMENTS = Need("read the comments", "pull-requests: read")
COMMENT = Need("write the summary comment", "pull-requests: write")
ISSUES = Need("read the issues", "issues: read")
ISSUE = Need("write the issue of a sweep", "issues: write")
HIDE = Need("fold a comment away", "pull-requests: write")
REVIEWS = Need("read the reviews", "pull-requests: read")
REVIEW = Need("write a review", "pull-requests: write")
THREADS = Need("read the review threads", "pull-requests: read")
# Reported by many, confirmed in github/gh-aw#35726: pull-requests: write is not enough.
RESOLVE = Need("resolve a review thread", "contents: write")
CHECK = Need("write a check run", "checks: write")
SARIF = Need("upload to code scanning", "security-events: write")
