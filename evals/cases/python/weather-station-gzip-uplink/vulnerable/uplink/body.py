import base64
import binascii
import gzip
import zlib

MAX_BATCH = 256 * 1024


class BodyError(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


def _inflate(body):
    try:
        return gzip.decompress(body)
    except (OSError, EOFError, zlib.error) as exc:
        raise BodyError(400, "broken gzip stream") from exc


def batch_bytes(event):
    """Bytes of the batch in an API gateway event (payload version 2)."""
    body = event.get("body") or ""
    if event.get("isBase64Encoded"):
        try:
            body = base64.b64decode(body, validate=True)
        except binascii.Error as exc:
            raise BodyError(400, "broken body") from exc
    else:
        body = body.encode()
    if len(body) > MAX_BATCH:
        raise BodyError(413, "batch is too large")
    if event["headers"].get("content-encoding", "").lower() == "gzip":
        return _inflate(body)
    return body
