"""The upload to code scanning: needs `security-events: write`; private repositories need the paid product."""

from collections.abc import Mapping

from reviewbot.forge import Client, Pull
from reviewbot.report import Report
from reviewbot.sinks.sarif import render_sarif
from reviewbot.sinks.sarif_rules import Words


def post_sarif(
    client: Client, pull: Pull, report: Report, weaknesses: Mapping[str, Words] | None = None
) -> str:
    """Upload the report as SARIF for the head of the pull request; returns the upload's id.

    Raises:
        ForgeError: GitHub did not take it.
    """
    sarif = render_sarif(report, weaknesses).encode("utf-8", "backslashreplace")
    return client.upload_sarif(pull.repo, report.target.head, f"refs/pull/{pull.number}/head", sarif)
