"""Python without data flow: a small service as people write it, and what ruff says beside our rules."""

import tomllib
from importlib.resources import files

import pytest

from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.rulebook import load
from reviewbot.reviewers.static.ruling import Rules
from reviewers.static.reading import change, claims

RULES = StaticReviewer(Rules())

SETTINGS = """\
import os
SECRET_KEY = os.environ.get("SECRET_KEY", "please-change")
DEBUG = True
ALLOWED_HOSTS = ["*"]
SESSION_COOKIE_SECURE = False
SESSION_COOKIE_HTTPONLY = False
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"]}
"""

SOUND = """\
import os
SECRET_KEY = os.environ["SECRET_KEY"]
DEBUG = os.environ.get("DEBUG") == "1"
ALLOWED_HOSTS = os.environ["HOSTS"].split(",")
SESSION_COOKIE_SECURE = True
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
"""

SERVICE = """\
import hashlib, hmac, random
def sign_in(request, session):
    user = session.query(User).first()
    if user.password == request.form["password"]:
        token = "".join(random.choice(LETTERS) for _ in range(20))
        logger.info("signed in with %s", user.password)
        response.set_cookie("session_id", token)
    return jsonify(token=token)
def check(request):
    expected = hmac.new(KEY, request.data, hashlib.sha256).hexdigest()
    if hmac.new(KEY, request.data, hashlib.sha256).hexdigest() == request.headers["X-Signature"]:
        assert request.user.is_staff
"""


def found(code: str, path: str) -> list[tuple[int | None, str]]:
    return sorted({(claim.line, claim.cwe) for claim in claims(RULES, change(code, path))})


def test_settings_that_open_a_site_are_found() -> None:
    assert found(SETTINGS, "shop/settings.py") == [
        (2, "CWE-798"),
        (3, "CWE-489"),
        (4, "CWE-644"),
        (5, "CWE-614"),
        (6, "CWE-1004"),
        (7, "CWE-352"),
        (11, "CWE-916"),
        (12, "CWE-502"),
        (13, "CWE-862"),
    ]


def test_sound_settings_are_left_alone() -> None:
    assert found(SOUND, "shop/settings.py") == []


@pytest.mark.parametrize("path", ["shop/settings/dev.py", "shop/local_settings.py", "tests/settings.py"])
def test_settings_of_a_machine_for_development_may_be_open(path: str) -> None:
    assert {cwe for _, cwe in found(SETTINGS, path)} <= {"CWE-1004", "CWE-352", "CWE-502"}


def test_weak_places_of_a_service_are_found() -> None:
    assert {
        (4, "CWE-256"),
        (5, "CWE-338"),
        (6, "CWE-532"),
        (7, "CWE-614"),
        (11, "CWE-208"),
        (12, "CWE-617"),
    } <= {*found(SERVICE, "shop/service.py")}


def test_no_two_rules_have_the_same_title_and_weakness() -> None:
    said = [(rule.weakness.title, rule.weakness.cwe) for rule in load().rules if "python" in rule.languages]
    assert len(said) == len(set(said))


def test_what_our_rules_know_better_is_said_by_ruff_with_low_confidence() -> None:
    table = tomllib.loads(files("reviewbot.reviewers.static").joinpath("python.toml").read_text())
    assert {table["on"][code]["confidence"] for code in ("S301", "S324", "S701")} == {"low"}
