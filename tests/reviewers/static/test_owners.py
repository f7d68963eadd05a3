"""Programs that look a record up and ignore who asks: they are told, and their twins that ask are not.

`ignored.txt` holds them as the diff from the one to the other: "-" is only in the program that ignores, "+"
only in its twin. `decided.txt` holds programs that decide in another way, or whose records are anybody's.
"""

import re
import time
from pathlib import Path
from typing import Final

import pytest

from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.siblings import Routes
from reviewers.static.reading import change, claims

ROUTES: Final = StaticReviewer(Routes())
LANGUAGES: Final = {
    "cs": "csharp",
    "java": "java",
    "js": "javascript",
    "php": "php",
    "py": "python",
    "rb": "ruby",
    "ts": "typescript",
    "tsx": "tsx",
}


def programs(name: str) -> dict[str, tuple[str, str]]:
    """The programs of a file, each by its name with the path and the text."""
    text = Path(__file__).with_name(name).read_text()
    found = re.findall(r"^=== (\S+) (\S+)\n((?:(?!===).*\n)+)", text, re.MULTILINE)
    return {title: (path, code) for title, path, code in found}


PROGRAMS: Final = programs("ignored.txt")
DECIDED: Final = programs("decided.txt")
STORE: Final = """
export const statements = {
  forAccount: (accountId) => sql`SELECT * FROM statements WHERE account_id = ${accountId}`,
  load: async (id) => (await sql`SELECT * FROM statements WHERE id = ${id}`)[0],
};
"""
HANDLER: Final = """
routes.get("/statements/:id", async (req, res) => {
  const statement = await statements.load(req.params.id);
  res.json(statement);
});
"""


def told(program: tuple[str, str], sign: str) -> list[str]:
    """What is claimed of the program of that side."""
    path, text = program
    code = "\n".join(line[1:] for line in text.splitlines() if line[:1] in {"", " ", sign})
    return [claim.cwe for claim in claims(ROUTES, change(code, path, LANGUAGES[path.rpartition(".")[2]]))]


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_one_that_ignores_who_asks_is_told(name: str) -> None:
    """Once."""
    assert told(PROGRAMS[name], "-") == ["CWE-639"]


@pytest.mark.parametrize("name", PROGRAMS)
def test_its_twin_that_asks_is_not(name: str) -> None:
    """Nor anything else in the program."""
    assert told(PROGRAMS[name], "+") == []


def test_a_method_that_only_finds_is_told_where_it_is_called() -> None:
    """Of two files, the one that knows who asks."""
    store = change(STORE, "src/store/statements.js", "javascript")
    handler = change(HANDLER, "src/routes/statements.js", "javascript")
    (found,) = claims(ROUTES, store, handler)
    assert "statements.load(req.params.id)" in found.quote


CHANGES: Final = """
def orders_of(user_id):
    return db.execute("SELECT * FROM orders WHERE user_id = ?", (user_id,)).fetchall()

def note_order(order_id, note):
    db.execute("UPDATE orders SET note = ? WHERE id = ?", (note, order_id))
"""
NOTES: Final = """
@app.put("/orders/<int:order_id>/note")
@login_required
def note(order_id):
    {line}
    store.note_order({number}, request.json["note"])
    return "", 204
"""


@pytest.mark.parametrize(
    ("line", "number", "found"),
    [
        ("order = own_order(order_id)", 'order["id"]', False),
        ("order = load(order_id)\n    if order.user_id != current_user.id: abort(404)", "order.id", False),
        ("order = store.order(order_id)", "order_id", True),
    ],
)
def test_a_change_by_number_is_for_its_callers_to_decide(line: str, number: str, found: bool) -> None:  # noqa: FBT001
    """Where they have looked whose it is, nothing is left to tell."""
    store = change(CHANGES, "shop/store.py", "python")
    notes = change(NOTES.format(line=line, number=number), "shop/notes.py", "python")
    assert bool(claims(ROUTES, store, notes)) is found


SERVICE: Final = """
export class PayslipService {
  constructor(@InjectRepository(Payslip) private readonly repo: Repository<Payslip>) {}
  findForEmployee(employeeId: string) {
    return this.repo.find({ where: { employeeId } });
  }
  findById(id: string) {
    return this.repo.findOne({ where: { id } });
  }
}
"""
RESOLVER: Final = """
@Resolver(() => Payslip)
@UseGuards(GqlAuthGuard)
export class PayslipResolver {
  constructor(private readonly payslips: PayslipService) {}
  @Query(() => Payslip)
  async payslip(@Args('id', { type: () => ID }) id: string) {
    return this.payslips.findById(id);
  }
}
"""


def test_a_method_of_a_service_is_told_where_it_is_called() -> None:
    """By what its file is about: what it looks up in is called `repo`."""
    service = change(SERVICE, "src/payroll/payslip.service.ts", "typescript")
    resolver = change(RESOLVER, "src/payroll/payslip.resolver.ts", "typescript")
    (found,) = claims(ROUTES, service, resolver)
    assert "this.payslips.findById(id)" in found.quote


LEASES: Final = """
@Injectable()
export class LockersService {
  ofUser(userId: string) {
    return this.leases.find({ where: { userId } });
  }
  async clear(lockerId: string, by: User) {
    await this.leases.update({ locker: { id: lockerId } }, { endedBy: by.id });
    return this.lockers.free(lockerId);
  }
}
"""
LOCKERS: Final = """
@Controller('lockers')
@UseGuards(SessionGuard, RolesGuard)
export class LockersController {
  @Get('mine')
  mine(@CurrentUser() user: User) {
    return this.lockers.ofUser(user.id);
  }
  @Post(':id/clear')
  %s
  clear(@Param('id') id: string, @CurrentUser() user: User) {
    return this.lockers.clear(id, user);
  }
}
"""


@pytest.mark.parametrize(("decorator", "found"), [("@Roles('porter')", False), ("@HttpCode(204)", True)])
def test_what_only_routes_for_the_few_call_need_not_ask(decorator: str, found: bool) -> None:  # noqa: FBT001
    service = change(LEASES, "src/lockers/lockers.service.ts", "typescript")
    controller = change(LOCKERS % decorator, "src/lockers/lockers.controller.ts", "typescript")
    assert bool(claims(ROUTES, service, controller)) is found


def test_what_a_route_without_its_rank_calls_is_told_there_only() -> None:
    service = change(LEASES, "src/lockers/lockers.service.ts", "typescript")
    ranked = "  @Roles('porter')\n  @Post(':id/%s')\n  %s(@Param('id') id: string) {}\n"
    siblings = "".join(ranked % (name, name) for name in ("move", "paint", "repair"))
    text = (LOCKERS % "@HttpCode(204)").replace("  @Get", f"{siblings}  @Get")
    controller = change(text, "src/lockers/lockers.controller.ts", "typescript")
    assert [claim.cwe for claim in claims(ROUTES, service, controller)] == ["CWE-862"]


@pytest.mark.parametrize("name", DECIDED)
def test_what_is_decided_otherwise_is_left_alone(name: str) -> None:
    """By policies, guards, links, tenants, and on the visitor's side."""
    assert told(DECIDED[name], "+") == []


BARE: Final = """
router.get("/invoices/:id", requireLogin, async (req, res) => {
  %s
  const i = await Invoice.findByPk(req.params.id);
  res.json(i);
});
router.get("/mine/:id", requireLogin, async (req, res) => {
  res.json(await Invoice.findOne({ where: { id: req.params.id, userId: req.user.id } }));
});
"""


@pytest.mark.parametrize(
    "line",
    [
        "",
        "// TODO no permission check yet",
        "// called by the internal dashboard",
        "/* i.userId === req.user.id */",
        'log("403");',
        'logger.info("permission");',
        "const q = canCache(req);",
        "const x = 'the team in charge';",
    ],
)
def test_what_only_speaks_of_a_check_is_none(line: str) -> None:
    assert told(("src/routes/a.js", "".join(f" {row}\n" for row in (BARE % line).splitlines())), "-") == [
        "CWE-639"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "if (!canView(req.user, req.params.id)) return;",
        "if (x) return res.status(403).end();",
        "await checkAccess(req);",
    ],
)
def test_what_checks_is_one(line: str) -> None:
    assert not told(("src/routes/a.js", "".join(f" {row}\n" for row in (BARE % line).splitlines())), "-")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("if (!i.user.equals(req.user._id)) return res.sendStatus(404);", False),
        ("if (!i.members.includes(req.user.id)) return res.sendStatus(404);", False),
        ("if (!isMine(i, req)) return res.sendStatus(404);", False),
        ("assertOwns(i, req.user);", False),
        ("if (!i.tags.includes(req.query.tag)) return res.sendStatus(404);", True),
        ("render(i, req.user);", True),
        ("checkout(i, req.user);", True),
        ("issueRefund(i, req.user);", True),
        ("checkRateLimit(limiter, req);", True),
        ("verifyCsrf(token, req);", True),
        ("if (seen.has(req.user.id)) return;", True),
        ("download(i, req.user);", True),
        ("if (!belongsTo(i, req.user)) return res.sendStatus(404);", False),
        ("const mine = i.userId === req.user.id;", True),
        ("const checked = await ensureAccess(i, req.user);", False),
        ("const mine = i.userId === req.user.id || fail();", False),
        ("const mine = i.userId === req.user.id;\n  if (!mine) return res.sendStatus(404);", False),
    ],
)
def test_a_record_that_is_compared_with_who_asks_is_decided_on(line: str, found: bool) -> None:  # noqa: FBT001
    text = BARE.replace("  res.json(i);\n", f"  {line}\n  res.json(i);\n") % ""
    claims = told(("src/routes/a.js", "".join(f" {row}\n" for row in text.splitlines())), "-")
    assert bool(claims) is found


@pytest.mark.parametrize(
    ("name", "found"), [("ownsInvoice", False), ("isInvoiceOwner", False), ("logs", True)]
)
def test_so_is_one_behind_a_check_of_its_route(name: str, found: bool) -> None:  # noqa: FBT001
    text = (BARE % "").replace("requireLogin, async", f"requireLogin, {name}, async", 1)
    assert bool(told(("src/routes/a.js", "".join(f" {row}\n" for row in text.splitlines())), "-")) is found


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_comment_that_sounds_like_a_guard_changes_nothing(name: str) -> None:
    path, text = PROGRAMS[name]
    mark = "#" if path.endswith((".py", ".rb")) else "//"
    rows = [
        f"{row} {mark} no permission check" if row[:1] == "-" and row.endswith((")", ";", "{")) else row
        for row in text.splitlines()
    ]
    assert told((path, "\n".join(rows)), "-")


def test_a_function_of_many_look_ups_is_read_once() -> None:
    """And not once for each of them."""
    lookups = "".join(
        f"  const n{at} = await Note.findOne({{ where: {{ id: req.params.n{at} }} }});\n" for at in range(280)
    )
    filler = "  res.locals.part = render('part', { of: total, with: layout });\n" * 1200
    code = f"""
router.get('/orders/:id', requireLogin, async (req, res) => {{
  const order = await Order.findOne({{ where: {{ id: req.params.order, userId: req.user.id }} }});
  if (!order.open) return res.status(403).end();
{lookups}{filler}  res.json(order);
}});
"""
    began = time.process_time()
    claims(ROUTES, change(code, "routes/orders.js", "javascript"))
    assert time.process_time() - began < 3


STABLES: Final = """
export function treatments({ clock }) {
  return {
    list: (stable, { horse } = {}) => Treatment.find({ stable, ...(horse && { horse }) }).lean(),
    async get(%s) {
      const treatment = await %s.lean();
      if (!treatment) throw createError(404);
      return treatment;
    },
  };
}
"""
HORSES: Final = """
fastify.addHook("onRequest", fastify.stableSession);
fastify.get("/treatments", (request) => service.list(request.stable._id, { horse: request.query.horse }));
fastify.get("/treatments/:id", (request) => service.get(%s));
"""
DOGS: Final = """
export class DogStore {
  async all(kennelId) {
    return this.db("dogs").where({ kennel_id: kennelId });
  }
  async one(%s) {
    return this.db("dogs").where(%s).first();
  }
}
"""
KENNELS: Final = """
router.use(keeper);
router.get("/dogs", async (req, res) => res.json(await store.all(req.keeper.kennelId)));
router.get("/dogs/:id", async (req, res) => res.json(await store.one(%s)));
"""


@pytest.mark.parametrize(
    ("store", "routes", "given", "asked", "handed", "found"),
    [
        (STABLES, HORSES, "id", "Treatment.findById(id)", "request.params.id", 1),
        (
            STABLES,
            HORSES,
            "stable, id",
            "Treatment.findOne({ _id: id, stable })",
            "request.stable._id, id",
            0,
        ),
        (DOGS, KENNELS, "id", "{ id }", "req.params.id", 1),
        (
            DOGS,
            KENNELS,
            "kennelId, id",
            "{ id, kennel_id: kennelId }",
            "req.keeper.kennelId, req.params.id",
            0,
        ),
    ],
)
def test_others_ask_for_what_they_are_handed_of_the_caller(
    *, store: str, routes: str, given: str, asked: str, handed: str, found: int
) -> None:
    service = change(store % (given, asked), "src/animals/service.js", "javascript")
    caller = change(routes % handed, "src/animals/routes.js", "javascript")
    quotes = [claim.quote for claim in claims(ROUTES, service, caller)]
    assert len(quotes) == found
    assert all(asked in quote for quote in quotes)


def test_the_number_of_who_asks_is_that_of_their_record() -> None:
    store = "export const store = { get: (id) => Pet.findById(id), by: (tag) => Pet.findOne({ id: tag }) };\n"
    routes = "app.get('/me', (req, res) => res.json(store.get(req.pet._id)));\n"
    one, other = change(store, "src/store.js", "javascript"), change(routes, "src/routes.js", "javascript")
    assert claims(ROUTES, one, other) == []
