"""One report with everything in it, and small ones made to order."""

from reviewbot.chunks import Chunk, Plan, Row
from reviewbot.diff import Target
from reviewbot.errors import Unavailable
from reviewbot.findings import Claim, Confidence, Dropped, Finding, Severity, Status
from reviewbot.report import Coverage, Facts, Report
from reviewbot.review import Rejected, Usage
from reviewbot.sinks.forecast import Forecast
from reviewbot.spans import Gap, GapKind, Side, Span

HOSTILE = (
    "\x1b[2J\x9b31m\u202egnp.exe\u200b @octo/team #1 ![x](//e.vil/p) <img src=x> https://e.vil `` | ::stop"
)
FACTS = Facts(
    "0.1.0",
    "deepseek-v4",
    "ab" * 32,
    "2026-11-01",
    ("Token counts are estimated.",),
    (("gpt-small", 0.0011), ("gpt-large", 0.02), ("claude-large", 0.0245), ("gpt-huge", 1.25)),
)
TARGET = Target("pull_request", "acme/shop", "b" * 40, "c" * 40, 17)


def finding(**changes: object) -> Finding:
    values: dict[str, object] = {
        "id": "0123456789abcdef",
        "path": "app/db.py",
        "side": Side.NEW,
        "line": 42,
        "cwe": "CWE-89",
        "severity": Severity.HIGH,
        "confidence": Confidence.HIGH,
        "title": "SQL injection by string formatting",
        "explanation": "The id comes from the request and becomes part of the statement. Whoever calls the"
        " page can read every table, and with stacked queries change them.",
        "fix": 'Pass it as a parameter: cursor.execute("SELECT * FROM users WHERE id = %s", (uid,))',
        "quote": '    cursor.execute("SELECT * FROM users WHERE id = %s" % uid)',
        "symbol": "get_user",
        "sources": ("model", "static/ruff"),
        "status": Status.NEW,
    }
    values |= {"end_line": changes.get("line", 42)}
    return Finding(**(values | changes))  # type: ignore[arg-type]


def claim(**changes: object) -> Claim:
    values: dict[str, object] = {
        "by": "model",
        "cwe": "CWE-327",
        "severity": Severity.MEDIUM,
        "confidence": Confidence.MEDIUM,
        "title": "MD5 for passwords",
        "explanation": "MD5 is broken.",
        "quote": "hashlib.md5(password)",
        "line": 7,
    }
    return Claim(**(values | changes))  # type: ignore[arg-type]


def gap(path: str, *lines: tuple[int, int], side: Side = Side.NEW, **cause: str) -> Gap:
    spans = tuple(Span(path, side, first, last) for first, last in lines)
    kind = GapKind(cause.get("kind", "skipped"))
    return Gap(path, spans, kind, cause.get("by", "policy"), cause.get("reason", "lockfile"))


def report(**changes: object) -> Report:
    """A clean report of twelve lines, but for the changes."""
    values: dict[str, object] = {
        "target": TARGET,
        "engines": ("model", "static"),
        "findings": (),
        "dropped": (),
        "rejected": (),
        "merged": 0,
        "gaps": (),
        "coverage": Coverage(12, 12, 0, 0, 0, 2),
        "usage": Usage(2, 4_000, 1_000, 120, 0.0021),
        "facts": FACTS,
    }
    return Report(**(values | changes))  # type: ignore[arg-type]


FINDINGS = (
    finding(
        severity=Severity.CRITICAL,
        title="Command built from a branch name",
        cwe="CWE-78",
        line=9,
        path=".github/workflows/release.yml",
        symbol="",
        fix=None,
        sources=("model",),
        quote="run: ./release.sh ${{ github.head_ref }}",
        explanation="Anyone can name a branch so that it runs code with the release token.",
        evidence=("2 of 3 votes", "verifier: confirmed, source and sink quoted"),
        verified="confirmed",
    ),
    finding(
        evidence=("seen by model and static/ruff", "verifier: confirmed, source not shown"),
        verified="confirmed",
    ),
    finding(
        side=Side.OLD,
        line=31,
        path="app/auth.py",
        cwe="CWE-862",
        symbol="Orders.delete",
        title="Authorisation check removed",
        quote="        self.require_owner(order)",
        explanation="The check was the only one on this way.",
        fix=None,
        confidence=Confidence.MEDIUM,
    ),
    finding(
        severity=Severity.MEDIUM,
        path="config/settings.py",
        line=3,
        cwe="CWE-798",
        symbol="",
        title="AWS secret key in the code",
        quote='AWS_SECRET = "[secret:1f2e]"',
        sources=("static/secrets",),
        explanation="The key is in the history of the repository from now on.",
        fix="Revoke it.\nThen read it from the environment:\n\n    os.environ['AWS_SECRET']",
    ),
    finding(
        severity=Severity.LOW,
        path="x\u202eyp.\udcffpy",
        line=1,
        end_line=4,
        cwe="CWE-nonsense",
        title=HOSTILE,
        explanation=HOSTILE,
        fix=HOSTILE,
        quote=f"```\n{HOSTILE}",
        symbol=HOSTILE,
        sources=("model",),
        confidence=Confidence.MEDIUM,
        evidence=(f"not verified: {HOSTILE[:40]} {'at length ' * 40}",),
        verified="unverified",
    ),
    finding(
        severity=Severity.HIGH,
        path="app/files.py",
        line=88,
        cwe="CWE-22",
        symbol="send",
        title="Path from the request",
        quote="return open(BASE + name)",
        fix=None,
        sources=("static/rules",),
        explanation="`name` may hold `../`.",
        confidence=Confidence.LOW,
    ),
    finding(
        severity=Severity.MEDIUM,
        path="app/files.py",
        line=120,
        cwe="CWE-377",
        symbol="draft",
        title="Predictable temporary file",
        quote="open('/tmp/draft', 'w')",
        fix="Use tempfile.mkstemp().",
        explanation="Another user can put a link there first.",
        status=Status.PRE_EXISTING,
    ),
)

TIMEOUT = "no answer within 180 s"
GAPS = (
    gap("logo.png", reason="binary"),
    gap("package-lock.json", (1, 700), (720, 1_204), reason="lockfile"),
    gap("uv.lock", (5, 9), reason="lockfile"),
    *(gap(f"src/service_{n:02}.py", (n, n + 4), (90, 90), kind="failed", by="model", reason=TIMEOUT)
      for n in range(1, 10)),
    gap("src/service_01.py", (3, 9), kind="failed", by="model", reason=TIMEOUT),
    gap("src/service_01.py", (12, 14), side=Side.OLD, kind="failed", by="model", reason=TIMEOUT),
    gap("huge.sql", kind="failed", by="source", reason="GitHub did not send this file"),
    gap(HOSTILE, (1, 2), kind="failed", by="model", reason=HOSTILE),
)  # fmt: skip

FULL = report(
    findings=FINDINGS,
    dropped=(
        Dropped(claim(), "app/auth.py", "the quoted code is not in the file"),
        Dropped(claim(line=None, title=HOSTILE), "app/db.py", "the quoted code is not in the file"),
        Dropped(claim(severity=Severity.LOW), "app/db.py", "below the minimum severity medium"),
    ),
    rejected=(("app/db.py", Rejected('{"cwe": 89}', "it names no line of code")),),
    merged=2,
    gaps=GAPS,
    coverage=Coverage(2_113, 852, 120, 1_190, 71, 31),
    usage=Usage(33, 84_210, 20_480, 6_019, None),
    errors=(Unavailable("the verifier was refused: no such model", "reviewbot models lists what there is"),),
)


def chunk(path: str, *rows: Row, **changes: object) -> Chunk:
    owns = tuple(Span(path, row.side, row.number, row.number) for row in rows if row.sign != " ")
    text = "".join(row.render() for row in rows)
    values: dict[str, object] = {
        "id": f"{path}#1",
        "path": path,
        "language": "python",
        "symbol": rows[0].symbol,
        "context": (),
        "rows": rows,
        "owns": owns,
        "continues": (),
        "text": text,
        "tokens": len(text),
    }
    return Chunk(**(values | changes))  # type: ignore[arg-type]


PLAN = Plan(
    (
        chunk("app/auth.py", Row(" ", 30, "def login():", "login"), Row("-", 31, "    check()", "login"),
              Row("+", 31, "    pass", "login"), risk=90),
        chunk("old.py", Row("-", 3, "import os"), Row("-", 4, "os.remove(x)"), risk=40),
        chunk("app/auth.py", Row("+", 70, "TOKEN = read()"), id="app/auth.py#2", risk=20),
        chunk("x\u202eyp.\udcffpy", Row("+", 1, "print('##[group]')"), risk=1),
    ),
    GAPS[:3],
)  # fmt: skip
FORECAST = Forecast(
    TARGET, PLAN, {"gpt-large": 1.25, "deepseek-v4": 0.0123, "local": 0.0, "unpriced": None}, FACTS
)
