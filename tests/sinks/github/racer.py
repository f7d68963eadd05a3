"""One run of its own: posts a report with one finding. Arguments: URL, token, base, head, title."""

import sys

from reviewbot.diff import Target
from reviewbot.forge import connect
from reviewbot.sinks.github import GitHubSink
from sinks import samples
from sinks.github.change import REPO, found


def main() -> None:
    """Post, and say what stands where."""
    url, token, base, head, title = sys.argv[1:]
    sink = GitHubSink(connect(url, token, deadline_seconds=30), REPO, 1)
    sink.deliver(
        samples.report(target=Target("range", "shop", base, head), findings=(found(10, title=title),))
    )
    print("withheld" if sink.outcome.withheld else sink.outcome.comment_id, *sink.outcome.remarks)  # noqa: T201


if __name__ == "__main__":
    main()
