"""What turns people away in one file protects the routes of another, whatever it is called."""

from typing import Final

import pytest

from reviewbot.reviewers.static.doorkeepers import doorkeepers
from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.siblings import Routes
from reviewers.static.reading import change, claims

ROUTES: Final = StaticReviewer(Routes())
DECORATOR: Final = """\
def keeper(view):
    @wraps(view)
    def inner(*args, **kwargs):
        if not g.person.keeps:
            abort(403)
        return view(*args, **kwargs)
    return inner
"""
FLASK: Final = """\
@bp.post("/tanks/<int:tank>/drain")
@keeper
def drain(tank):
    return tanks.drain(tank)


@bp.post("/tanks/<int:tank>/refill")
@keeper
def refill(tank):
    return tanks.refill(tank)


@bp.delete("/tanks/<int:tank>")
@login_required
def scrap(tank):
    return tanks.scrap(tank)
"""
DEPS: Final = """\
async def get_session():
    async with Session() as session:
        yield session


async def skipper(db: Db, token: str = Depends(bearer)) -> Skipper:
    found = await by_token(db, token)
    if found is None:
        raise HTTPException(401, "sign in again")
    return found


async def harbour(me: Me) -> Skipper:
    if not me.is_harbour:
        raise HTTPException(status_code=403)
    return me


Db = Annotated[AsyncSession, Depends(get_session)]
Me = Annotated[Skipper, Depends(skipper)]
Harbour = Annotated[Skipper, Depends(harbour)]
"""
FASTAPI: Final = """\
@router.get("/berths")
async def berths(me: Me, db: Db):
    return await db.scalars(BERTHS)


@router.get("/stays")
async def stays(me: Me, db: Db):
    return await db.scalars(STAYS)


@router.get("/ledger")
async def ledger(db: Db):
    return await db.execute(FEES)


@router.delete("/skippers/{number}")
async def drop(number: int, harbour: Harbour, db: Db):
    await db.delete(await db.get(Skipper, number))
"""
MIDDLEWARE: Final = """\
export async function crew (ctx, next) {
  if (!ctx.state.person) ctx.throw(401)
  await next()
}
"""
KOA: Final = """\
router.post('/nets/:id/mend', crew, mend)
router.put('/nets/:id', crew, change)
router.delete('/nets/:id', scrap)
"""


def told(*files: tuple[str, str, str]) -> list[tuple[str, str]]:
    found = claims(ROUTES, *(change(text, path, language) for path, language, text in files))
    return [(one.cwe, one.quote.strip()) for one in found]


def test_a_decorator_of_another_file_asks_for_a_rank() -> None:
    there = ("zoo/doors.py", "python", DECORATOR)
    assert told(there, ("zoo/tanks.py", "python", FLASK)) == [("CWE-862", "def scrap(tank):")]
    assert told(there, ("zoo/tanks.py", "python", FLASK.replace("@login_required", "@keeper"))) == []


def test_a_type_stands_for_what_it_depends_on() -> None:
    there = ("tide/deps.py", "python", DEPS)
    assert told(there, ("tide/berths.py", "python", FASTAPI)) == [("CWE-306", "async def ledger(db: Db):")]
    assert told(there, ("tide/berths.py", "python", FASTAPI.replace("ledger(db", "ledger(me: Me, db"))) == []


def test_middleware_of_another_file_asks_who_it_is() -> None:
    there = ("src/doors.js", "javascript", MIDDLEWARE)
    assert [cwe for cwe, _ in told(there, ("src/nets.js", "javascript", KOA))] == ["CWE-306"]
    assert told(("src/nets.js", "javascript", KOA)) == []


@pytest.mark.parametrize(
    "text",
    [
        DECORATOR.replace("abort(403)", "abort(429)"),
        DECORATOR.replace("def keeper", "def csrf_checked"),
        MIDDLEWARE.replace("ctx.throw(401)", "ctx.throw(400)"),
        "@router.post('/sign-in')\nasync def sign_in(form: Form):\n    raise HTTPException(401)\n",
        "def fetch(url):\n    raise Unauthorized(url)\n",
    ],
)
def test_what_turns_nobody_away_before_a_route_is_none(text: str) -> None:
    assert doorkeepers([text]).asking == frozenset()
