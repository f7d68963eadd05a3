"""A router that is mounted without what its neighbours are mounted behind, told by two files together."""

from typing import Final

import pytest

from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.siblings import Routes
from reviewers.static.reading import change, claims

ROUTES: Final = StaticReviewer(Routes())
LANGUAGES: Final = {"js": "javascript", "ts": "typescript", "py": "python"}

HEATERS: Final = """\
export async function heaters (app) {
  app.get('/', async () => app.store.heaters())
  app.put('/:cabin', async (req, reply) => {
    await app.store.set(req.params.cabin, req.body.degrees)
    return reply.code(204).send()
  })
}
"""
FASTIFY: Final = """\
import { pages } from './routes/public.js'
import { bookings } from './routes/bookings.js'
import { heaters } from './routes/heaters.js'

export async function build ({ store }) {
  const app = Fastify()
  await app.register(cookie)
  await app.register(pages)
  await app.register(async members => {
    members.addHook('onRequest', async (req, reply) => {
      req.member = await load(store, req.cookies.sid)
      if (!req.member) return reply.code(401).send()
    })
    await members.register(bookings, { prefix: '/bookings' })
  })
  await app.register(heaters, { prefix: '/heaters' })
  return app
}
"""
EXPRESS: Final = """\
const logs = require('./logs');
const artifacts = require('./artifacts');
const health = require('./health');

module.exports = function serve(store) {
  const app = express();
  app.use('/health', health);
  app.use('/api/builds', artifacts(store));
  app.use(authenticate(store));
  app.use('/api/builds/:buildId/logs', logs(store));
  return app;
};
"""
ARTIFACTS: Final = """\
module.exports = function artifacts(store) {
  const router = express.Router();
  router.get('/:buildId/artifacts', async (req, res) => {
    res.json(await store.artifacts.list(req.params.buildId));
  });
  return router;
};
"""
KOA: Final = """\
import moorings from './moorings.js'
import bills from './bills.js'

const api = new Router()
api.use('/bills', requireUser, bills.routes())
api.use('/moorings', moorings.routes())
export default api
"""
MOORINGS: Final = """\
const router = new Router()
router.delete('/:number', async (ctx) => {
  await berths.free(ctx.params.number)
  ctx.status = 204
})
export default router
"""
FASTAPI: Final = """\
from fastapi import APIRouter

from ferry.backoffice import fares, sailings

router = APIRouter(prefix="/backoffice")
router.include_router(fares.router, prefix="/fares")
router.include_router(sailings.router, prefix="/sailings")
"""
FARES: Final = """\
from fastapi import APIRouter

router = APIRouter()


@router.put("/{route}", status_code=204)
async def set_fare(route: str, fare: Fare) -> None:
    await database.execute(UPDATE, {"route": route, **fare.model_dump()})
"""
SAILINGS: Final = """\
from fastapi import APIRouter, Depends

router = APIRouter(dependencies=[Depends(staff_only)])


@router.post("/{sailing_id}/cancel", status_code=204)
async def cancel(sailing_id: int) -> None:
    await database.execute(CANCEL, {"id": sailing_id})
"""
MAIN: Final = """\
from fastapi import Depends, FastAPI

from .routers import fares
from .routers.sailings import router as sailings

app = FastAPI()
app.include_router(sailings, dependencies=[Depends(current_clerk)])
app.include_router(fares.router, prefix="/fares")
"""
FORGOTTEN: Final = {
    "fastify": ({"src/app.js": FASTIFY, "src/routes/heaters.js": HEATERS}, "register(heaters"),
    "express": ({"server/index.js": EXPRESS, "server/artifacts.js": ARTIFACTS}, "artifacts(store)"),
    "koa": ({"api/index.js": KOA, "api/moorings.js": MOORINGS}, "moorings.routes()"),
    "fastapi-own": (
        {
            "ferry/backoffice/__init__.py": FASTAPI,
            "ferry/backoffice/fares.py": FARES,
            "ferry/backoffice/sailings.py": SAILINGS,
        },
        "set_fare",
    ),
    "fastapi-mount": ({"ferry/main.py": MAIN, "ferry/routers/fares.py": FARES}, "fares.router"),
}
MEANT: Final = {
    "inside": {
        "src/app.js": FASTIFY.replace("await app.register(heaters", "await members.register(heaters").replace(
            "  })\n  await members.register(heaters, { prefix: '/heaters' })\n",
            "    await members.register(heaters, { prefix: '/heaters' })\n  })\n",
        ),
        "src/routes/heaters.js": HEATERS,
    },
    "asks-itself": {
        "src/app.js": FASTIFY,
        "src/routes/heaters.js": HEATERS.replace(
            "(app) {", "(app) {\n  app.addHook('onRequest', app.session)"
        ),
    },
    "asks-in-a-handler": {
        "src/app.js": FASTIFY,
        "src/routes/heaters.js": HEATERS.replace("reply) => {", "reply) => {\n    if (!req.user) return 1"),
    },
    "elsewhere": {"src/app.js": FASTIFY},
    "read-by-all": {
        "api/index.js": KOA,
        "api/moorings.js": MOORINGS.replace("router.delete", "router.get"),
    },
    "for-machines": {
        "api/index.js": KOA.replace("/moorings'", "/webhooks'"),
        "api/moorings.js": MOORINGS,
    },
    "behind": {
        "server/index.js": EXPRESS.replace("  app.use('/api/builds', artifacts(store));\n", "").replace(
            "  return app", "  app.use('/api/builds', artifacts(store));\n  return app"
        ),
        "server/artifacts.js": ARTIFACTS,
    },
    "nobody-asks": {
        "server/index.js": EXPRESS.replace("  app.use(authenticate(store));\n", ""),
        "server/artifacts.js": ARTIFACTS,
    },
    "the-whole-router": {
        "ferry/backoffice/__init__.py": FASTAPI.replace(
            '"/backoffice"', '"/backoffice", dependencies=[Depends(staff_only)]'
        ),
        "ferry/backoffice/fares.py": FARES,
        "ferry/backoffice/sailings.py": SAILINGS,
    },
    "what-it-asks-for": {
        "ferry/main.py": MAIN,
        "ferry/routers/fares.py": FARES.replace("fare: Fare", "fare: Fare, clerk: Clerk = Depends(clerk_of)"),
    },
}


def told(files: dict[str, str]) -> list[str]:
    chunks = [change(text, path, LANGUAGES[path.rpartition(".")[2]]) for path, text in files.items()]
    return [claim.quote for claim in claims(ROUTES, *chunks) if claim.cwe in {"CWE-306", "CWE-862"}]


@pytest.mark.parametrize(("files", "quote"), FORGOTTEN.values(), ids=FORGOTTEN.keys())
def test_the_one_without_is_told(files: dict[str, str], quote: str) -> None:
    assert [quote in one for one in told(files)] == [True]


@pytest.mark.parametrize("files", MEANT.values(), ids=MEANT.keys())
def test_what_is_protected_otherwise_or_meant_for_all_is_not(files: dict[str, str]) -> None:
    assert told(files) == []
