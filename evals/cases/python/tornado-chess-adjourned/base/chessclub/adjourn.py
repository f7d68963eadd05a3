"""An adjourned game as a line of text that the players keep until they resume."""
import base64
import json
import zlib

LIMIT = 64 * 1024


class BadSlip(ValueError):
    pass


def to_slip(moves):
    raw = zlib.compress(json.dumps({"moves": moves}).encode())
    return base64.urlsafe_b64encode(raw).decode()


def from_slip(slip):
    try:
        raw = zlib.decompressobj().decompress(base64.urlsafe_b64decode(slip), LIMIT)
        state = json.loads(raw)
        return [str(m) for m in state["moves"]]
    except (ValueError, KeyError, TypeError, zlib.error) as problem:
        raise BadSlip("this slip cannot be read") from problem
