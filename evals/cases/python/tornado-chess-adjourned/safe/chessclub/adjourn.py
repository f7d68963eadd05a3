"""An adjourned game as a line of text that the players keep until they resume."""
import base64
import json
import zlib
from dataclasses import asdict, dataclass

LIMIT = 64 * 1024


class BadSlip(ValueError):
    pass


@dataclass
class Clocks:
    white: float
    black: float


def to_slip(moves, clocks):
    raw = zlib.compress(json.dumps({"moves": moves, "clocks": asdict(clocks)}).encode())
    return base64.urlsafe_b64encode(raw).decode()


def from_slip(slip):
    try:
        raw = zlib.decompressobj().decompress(base64.urlsafe_b64decode(slip), LIMIT)
        state = json.loads(raw)
        return [str(m) for m in state["moves"]], Clocks(**state["clocks"])
    except (ValueError, KeyError, TypeError, zlib.error) as problem:
        raise BadSlip("this slip cannot be read") from problem
