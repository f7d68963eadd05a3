from sanic import Sanic

from depot import errors
from depot.duties import bp as duties
from depot.trams import bp as trams


def create_app() -> Sanic:
    app = Sanic("depot")
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.config.REQUEST_MAX_SIZE = 1_000_000
    app.blueprint(duties)
    app.blueprint(trams)
    errors.install(app)
    return app
