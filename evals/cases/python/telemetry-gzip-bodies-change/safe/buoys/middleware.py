"""WSGI middleware of the telemetry service."""
import io
import zlib

from buoys.devices import device_of

MAX_BODY = 512 * 1024
MAX_INFLATED = 4 * 1024 * 1024
GZIP = 16 + zlib.MAX_WBITS


def answer(start_response, status, text):
    start_response(status, [("Content-Type", "text/plain; charset=utf-8")])
    return [text.encode()]


class BodyLimit:
    def __init__(self, app, limit=MAX_BODY):
        self.app = app
        self.limit = limit

    def __call__(self, environ, start_response):
        try:
            length = int(environ.get("CONTENT_LENGTH") or 0)
        except ValueError:
            return answer(start_response, "400 Bad Request", "bad length")
        if length < 0 or length > self.limit:
            return answer(start_response, "413 Content Too Large", "too large")
        return self.app(environ, start_response)


class Inflate:
    def __init__(self, app):
        self.app = app

    def __call__(self, environ, start_response):
        if environ.get("HTTP_CONTENT_ENCODING") == "gzip":
            packed = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            reader = zlib.decompressobj(GZIP)
            try:
                body = reader.decompress(packed, MAX_INFLATED)
            except zlib.error:
                return answer(start_response, "400 Bad Request", "not gzip")
            if reader.unconsumed_tail or not reader.eof:
                return answer(start_response, "413 Content Too Large", "too large")
            environ["wsgi.input"] = io.BytesIO(body)
            environ["CONTENT_LENGTH"] = str(len(body))
            del environ["HTTP_CONTENT_ENCODING"]
        return self.app(environ, start_response)


class DeviceOnly:
    """Puts the buoy that belongs to the certificate into the environment."""

    def __init__(self, app):
        self.app = app

    def __call__(self, environ, start_response):
        device = device_of(environ.get("SSL_CLIENT_FINGERPRINT"))
        if device is None:
            return answer(start_response, "403 Forbidden", "unknown device")
        environ["buoys.device"] = device
        return self.app(environ, start_response)


def wrap(app):
    return DeviceOnly(BodyLimit(Inflate(app)))
