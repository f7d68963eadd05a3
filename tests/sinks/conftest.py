"""Golden files: the exact output of every sink. `GOLDEN_UPDATE=1 pytest tests/sinks` writes them anew."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with the file of that name, byte for byte."""

    def check(name: str, text: str) -> None:
        path = ROOT / name
        if os.environ.get("GOLDEN_UPDATE"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode()

    return check
