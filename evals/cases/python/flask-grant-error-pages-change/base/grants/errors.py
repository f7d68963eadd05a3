"""Error answers of the public grants API."""
import logging
import secrets
import traceback

from flask import Flask, jsonify, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

log = logging.getLogger(__name__)


def http_error(problem: HTTPException):
    return jsonify(error=problem.name, code=problem.code), problem.code


def unexpected(problem: Exception):
    kind = "database" if isinstance(problem, SQLAlchemyError) else "internal"
    reference = secrets.token_hex(6)
    log.error("%s error %s in %s", kind, reference, request.endpoint, exc_info=problem)
    return jsonify(error=kind), 500


def install(app: Flask) -> None:
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(Exception, unexpected)

    @app.after_request
    def no_sniff(response):
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        return response


def last_line(problem: Exception) -> str:
    """For the operators' chat."""
    return traceback.format_exception_only(problem)[-1].strip()
