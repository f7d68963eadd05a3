"""Credentials are found in every language, and no report shows one."""

import stat
from pathlib import Path

import pytest

from reviewbot.chunks import Chunk
from reviewbot.findings import MASK, Confidence, Severity
from reviewbot.review import Review
from reviewbot.reviewers.static import build_static, is_cold
from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.ruff import Ruff
from reviewbot.reviewers.static.secrets import Secrets
from reviewbot.triage import triage
from reviewers.static.reading import change, claims, lines, outcomes

# Put together at run time, so that scanners of this repository stay quiet.
GITHUB = "ghp_" + "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5"
AWS = "AKIA" + "Z7Q2M4XK3LWT5RBN"
PASSWORD = "Tr0ub4dor" + "&3x"
BODY = "MIIEpAIBAAKCAQEAwJ8u3hT0fLw1aVbz8y0QeX7sR2n5kPqU4vDmC6tYgHjZoNiB"
PEM = f"-----BEGIN RSA {'PRIVATE'} KEY-----\n{BODY}\n{BODY}\n-----END RSA {'PRIVATE'} KEY-----\n"


@pytest.fixture(scope="session")
def secrets(compiled: Path) -> StaticReviewer:
    return StaticReviewer(Secrets(compiled))


def quotes(reviewer: StaticReviewer, chunk: Chunk) -> list[str]:
    """The lines as a report shows them."""
    reviews = [outcome for outcome in outcomes(reviewer, chunk) if isinstance(outcome, Review)]
    return [finding.quote for finding in triage(reviews).findings]


def test_a_service_token_is_found_and_masked(secrets: StaticReviewer) -> None:
    chunk = change(f'x = 1\nkey = "{GITHUB}"  # mine\n')
    (claim,) = claims(secrets, chunk)
    assert (claim.line, claim.cwe, claim.severity) == (2, "CWE-798", Severity.HIGH)
    assert claim.confidence is Confidence.HIGH
    assert quotes(secrets, chunk) == [f'key = "{MASK}"  # mine']


def test_a_plain_word_is_no_credential_of_a_service(secrets: StaticReviewer) -> None:
    assert (
        claims(secrets, change('parse({ password: "password", confirm: "qwer" })\n', "a.ts", "typescript"))
        == []
    )


@pytest.mark.parametrize(
    "comment", ["kingfisher:ignore", "gitleaks:allow", "noqa", "nosec", "pragma: allowlist secret"]
)
def test_no_comment_hides_a_secret(secrets: StaticReviewer, comment: str) -> None:
    assert lines(claims(secrets, change(f'# {comment}\nkey = "{GITHUB}"  # {comment}\n'))) == [2]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("a.py", 'password = "{}"'),
        ("a.py", 'connect(host, password="{}")'),
        ("a.py", 'if password == "{}":'),
        ("a.js", 'const dbPassword = "{}";'),
        ("a.ts", 'const password: string = "{}";'),
        ("a.go", 'var password string = "{}"'),
        ("a.go", 'password := "{}"'),
        ("A.java", 'private String dbPassword = "{}";'),
        ("a.rb", "config['password'] = '{}'"),
        ("a.php", "'password' => '{}',"),
        ("a.json", '  "password": "{}",'),
        ("a.yml", "  password: {}"),
        (".env", "DB_PASSWORD={}"),
    ],
)
def test_a_written_password_is_found_in_any_language(secrets: StaticReviewer, path: str, code: str) -> None:
    value = PASSWORD.replace("&", "_")
    assert quotes(secrets, change(code.format(value), path, "any")) == [code.format(MASK)]


def test_a_bare_password_may_hold_an_exclamation_mark_but_not_begin_with_a_tag(
    secrets: StaticReviewer,
) -> None:
    value = "Tr0ub4dor" + "!Zx9qK"
    assert quotes(secrets, change(f"PASSWORD={value}", ".env", "ini")) == [f"PASSWORD={MASK}"]
    assert claims(secrets, change(f"password: !{value}", "a.yml", "yaml")) == []


@pytest.mark.parametrize(
    "code",
    [
        'password = ""',
        'password = "changeme"',
        'password = "<your password>"',
        'password = "${DB_PASSWORD}"',
        'password = os.environ["PASSWORD"]',
        'password = f"{prefix}{name}"',
        '"password": "Passwort"',
        '"password": "Enter your password"',
        'password_field = "id_pass_1"',
        'token_url = "https://example.org/token1"',
        'token = "IDENTIFIER"',
        'PASSWORD_KEY = "APP_DB_PASSWORD_1"',
        'secret = "vault:kv/data/app1"',
        'access_token = "abc123def456ghi789"',
        '"oauth_token": "1234567890-zx9qtroub4dor"',
    ],
)
def test_a_placeholder_is_no_secret(secrets: StaticReviewer, code: str) -> None:
    assert claims(secrets, change(code)) == []


def test_a_password_among_pairs_for_a_driver_is_found(secrets: StaticReviewer) -> None:
    told = "dbname=shop user=shop password=" + "Tr0ub4dor-9" + " host=db"
    (claim,) = claims(secrets, change(f'DSN = "{told}"\n'))
    assert claim.cwe == "CWE-798"
    for harmless in ("dbname=shop user=shop password={word}", "dbname=shop user=shop password=%s host=db"):
        assert claims(secrets, change(f'DSN = "{harmless}"\n')) == []
    assert claims(secrets, change("conn = connect(host=cfg.host, user=user, password=cfg.password)\n")) == []


def test_the_address_of_a_database_may_name_its_driver(secrets: StaticReviewer) -> None:
    address = "postgresql+asyncpg://shop:" + "Tr0ub4dor" + "@db.example.com/shop"
    (claim,) = claims(secrets, change(f'url = "{address}"\n'))
    assert claim.confidence is Confidence.MEDIUM
    for harmless in ("postgresql+asyncpg://shop:{password}@db/shop", "mysql+pymysql://app:password@db/app"):
        assert claims(secrets, change(f'url = "{harmless}"\n')) == []


@pytest.mark.parametrize(
    "value", ["prod-abc123-9fQx7LkT2vRz" + "8WmB", "f3a9c07b52e84d16a0b7c9e1f2" + "deadbeef"]
)
def test_a_row_of_keys_says_nothing_of_the_rest(secrets: StaticReviewer, value: str) -> None:
    (claim,) = claims(secrets, change(f'API_TOKEN = "{value}"\n'))
    assert claim.confidence is Confidence.MEDIUM


def test_a_constant_that_signs_sessions_is_a_defect_however_short(secrets: StaticReviewer) -> None:
    assert lines(claims(secrets, change('app.secret_key = "dev"\n'))) == [1]


def test_a_lone_access_key_id_is_found(secrets: StaticReviewer) -> None:
    assert lines(claims(secrets, change(f'key = "{AWS}"\n'))) == [1]


@pytest.mark.parametrize("path", ["tests/test_login.py", "docs/config.rst", "README.md"])
def test_a_password_in_a_test_or_a_document_is_worth_less(secrets: StaticReviewer, path: str) -> None:
    (claim,) = claims(secrets, change(f'password = "{PASSWORD}"\n', path))
    assert claim.confidence is Confidence.LOW


def test_a_token_of_a_service_in_a_document_is_worth_as_much(secrets: StaticReviewer) -> None:
    (claim,) = claims(secrets, change(f'token = "{GITHUB}"\n', "README.md"))
    assert claim.confidence is Confidence.HIGH


def test_a_key_over_several_lines_shows_only_its_header(secrets: StaticReviewer) -> None:
    assert quotes(secrets, change(f"x = 1\n{PEM}", "key.pem", "text")) == [PEM.split("\n", 1)[0]]


def test_a_key_counts_when_only_its_middle_changed(secrets: StaticReviewer) -> None:
    assert lines(claims(secrets, change(PEM, "key.pem", "text", owns=[(2, 2)]))) == [1]


def test_what_was_there_before_is_not_claimed(secrets: StaticReviewer) -> None:
    assert claims(secrets, change(f'key = "{GITHUB}"\nx = 1\n', owns=[(2, 2)])) == []


def test_two_secrets_on_a_line_are_both_masked(secrets: StaticReviewer) -> None:
    chunk = change(f'é = "{GITHUB}"; b = "{AWS}"; password = "{PASSWORD}"\n')
    assert quotes(secrets, chunk) == [f'é = "{MASK}"; b = "{MASK}"; password = "{MASK}"']


def test_no_report_shows_a_value_whoever_quotes_its_line(compiled: Path) -> None:
    code = (
        f'import requests\nrequests.get(url, auth=("me", "{GITHUB}"), verify=False)\n'
        f'password = "{PASSWORD}"; exec(password)\napi_key = "{AWS}"\n{PEM}'
    )
    chunk = change(f"{code}")
    read = [
        outcome
        for detector in (Secrets(compiled), Ruff())
        for outcome in outcomes(StaticReviewer(detector), chunk)
    ]
    reviews = [outcome for outcome in read if isinstance(outcome, Review)]
    sorted_out = triage(reviews, Severity.MEDIUM)
    assert {(finding.line, finding.cwe) for finding in sorted_out.findings} >= {
        (2, "CWE-798"),
        (3, "CWE-798"),
    }
    for value in (GITHUB, PASSWORD, AWS, BODY):
        assert value not in repr(sorted_out)


def test_a_finding_of_another_kind_on_the_line_is_masked_too(secrets: StaticReviewer) -> None:
    chunk = change(f'import requests\nrequests.get(u, auth=("a", "{GITHUB}"), verify=False)\n')
    reviews = [
        o for r in (secrets, StaticReviewer(Ruff())) for o in outcomes(r, chunk) if isinstance(o, Review)
    ]
    findings = triage(reviews).findings
    assert {finding.cwe for finding in findings} >= {"CWE-295", "CWE-798"}
    assert {finding.quote for finding in findings} == {f'requests.get(u, auth=("a", "{MASK}"), verify=False)'}


def test_dropped_claims_are_masked_too(secrets: StaticReviewer) -> None:
    chunk = change(f'import requests\nrequests.get(u, auth=("a", "{GITHUB}"))\n')
    reviews = [
        o for r in (secrets, StaticReviewer(Ruff())) for o in outcomes(r, chunk) if isinstance(o, Review)
    ]
    dropped = triage(reviews, Severity.CRITICAL).dropped
    assert {item.claim.cwe for item in dropped} == {"CWE-400", "CWE-798"}
    assert GITHUB not in repr(dropped)


def test_a_megabyte_of_passwords_on_one_line_costs_seconds_at_most(secrets: StaticReviewer) -> None:
    chunk = change(f'password="{PASSWORD}";' * 100_000, "a.js", "javascript")
    assert quotes(secrets, chunk) == [f'password="{MASK}";' * 100_000]


def test_the_first_run_is_cold_and_the_second_is_not(tmp_path: Path, compiled: Path) -> None:
    assert (is_cold(tmp_path), is_cold(compiled)) == (True, False)


def test_the_rules_are_kept_where_nobody_else_may_write(compiled: Path) -> None:
    assert stat.S_IMODE((compiled / "kingfisher").stat().st_mode) == 0o700


def test_the_engine_is_six_reviewers(tmp_path: Path) -> None:
    assert [reviewer.name for reviewer in build_static(tmp_path)] == [
        "static/secrets",
        "static/deception",
        "static/ruff",
        "static/rules",
        "static/routes",
        "static/removals",
    ]


@pytest.mark.parametrize("path", ["logo.svg", "gradlew", "go.mod", "jquery.js", ".gitleaks.toml", "a.woff"])
def test_no_file_name_hides_a_secret(secrets: StaticReviewer, path: str) -> None:
    assert lines(claims(secrets, change(f'key = "{GITHUB}"\n', path, "any"))) == [1]
