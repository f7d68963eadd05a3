"""An adjourned game as a line of text that the players keep until they resume."""
import base64
import pickle
import zlib
from dataclasses import dataclass

LIMIT = 64 * 1024


class BadSlip(ValueError):
    pass


@dataclass
class Clocks:
    white: float
    black: float


def to_slip(moves, clocks):
    raw = zlib.compress(pickle.dumps((moves, clocks)))
    return base64.urlsafe_b64encode(raw).decode()


def from_slip(slip):
    try:
        raw = zlib.decompressobj().decompress(base64.urlsafe_b64decode(slip), LIMIT)
        state = pickle.loads(raw)
        moves, clocks = state
        return [str(m) for m in moves], clocks
    except (ValueError, KeyError, TypeError, zlib.error, pickle.UnpicklingError) as problem:
        raise BadSlip("this slip cannot be read") from problem
