"""A process with 1 GiB of memory: has one chunk read at the address it is given, prints the reason."""

import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fakes.asking import KEY, chunks, known, read_all
from reviewbot.reviewers.caller import Caller, Pace
from reviewbot.reviewers.model import ModelReviewer

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    caller = Caller(known(), KEY, sys.argv[1], Pace(attempts=1))
    print(read_all(ModelReviewer(caller, "JSON"), chunks(1)).unread.reason)  # noqa: T201 - read by the test
