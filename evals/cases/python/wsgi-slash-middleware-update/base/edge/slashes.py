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
        return self.app(environ, start_response)

    @staticmethod
    def _escaped(path):
        return quote(path.encode("latin-1"), safe="/:@!$&'()*+,;=~")


def compose(app, *layers):
    for layer in reversed(layers):
        app = layer(app)
    return app
