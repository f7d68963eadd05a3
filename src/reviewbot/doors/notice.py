"""A notice on the page of a run: why there is no review. A log is read by few."""

from pathlib import Path

from reviewbot.doors.speaking import say
from reviewbot.errors import ReviewbotError, SinkError
from reviewbot.sinks import escape
from reviewbot.sinks.runner_files import append


def tell(trouble: ReviewbotError | str, summary: Path | None) -> None:
    """Say it in the job summary; an error beside the run's own result too."""
    if isinstance(trouble, ReviewbotError):
        words = f"{trouble.message}. {trouble.hint}"
        # A command to the runner, in one line as long as nothing in it ends the line.
        print(f"::error title=reviewbot::{escape.line(words).replace('%', '%25')}")  # noqa: T201
    else:
        words = trouble
    if summary:
        try:
            append(f"### reviewbot: nothing was reviewed\n\n{escape.markdown(words)}\n\n", summary)
        except SinkError as error:
            say(error.message, error.hint)
