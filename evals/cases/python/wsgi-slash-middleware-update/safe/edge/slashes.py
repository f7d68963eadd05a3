"""WSGI middleware in front of the community sites."""
from urllib.parse import quote


class Normalise:
    """Lower-case host names, and no slash at the end of a path."""

    def __init__(self, app, skip=("/api", "/static")):
        self.app = app
        self.skip = tuple(skip)

    def __call__(self, environ, start_response):
        environ["HTTP_HOST"] = environ.get("HTTP_HOST", "").lower()
        path = environ.get("PATH_INFO", "")
        environ["edge.path"] = self._escaped(path)
        if len(path) > 1 and path.endswith("/") and not path.startswith(self.skip):
            return self._moved(environ, path.rstrip("/"), start_response)
        return self.app(environ, start_response)

    def _moved(self, environ, path, start_response):
        location = "/" + self._escaped(path).lstrip("/")
        if environ.get("QUERY_STRING"):
            location += "?" + environ["QUERY_STRING"]
        start_response("308 Permanent Redirect", [("Location", location), ("Content-Length", "0")])
        return [b""]

    @staticmethod
    def _escaped(path):
        return quote(path.encode("latin-1"), safe="/:@!$&'()*+,;=~")


def compose(app, *layers):
    for layer in reversed(layers):
        app = layer(app)
    return app
