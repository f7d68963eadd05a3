"""A route that lacks the protection of its siblings is found; what is public by its nature is not."""

# ruff: noqa: E501 - code of others, a line for each case

import re
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewbot.chunks import Chunk
from reviewbot.findings import Claim, Severity
from reviewbot.review import Unread
from reviewbot.reviewers.static.gates import may_protect
from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.routes import Route
from reviewbot.reviewers.static.ruling import Rules
from reviewbot.reviewers.static.siblings import Routes
from reviewers.static.reading import change, claims, lines, outcomes

ROUTES = StaticReviewer(Routes())


def told(code: Chunk) -> list[Claim]:
    """What is said of routes; whose the records are that they look up is another matter."""
    return [claim for claim in claims(ROUTES, code) if claim.cwe != "CWE-639"]


FLASK = """
@bp.route("/orders", methods=["POST"])
@login_required
def create():
    return save(request.form)

@bp.route("/orders/<int:id>", methods=["PUT"])
@login_required
def update(id):
    return save(request.form, id)

@bp.route("/orders/<int:id>", methods=["DELETE"])
def remove(id):
    return drop(id)
"""

FASTAPI = """
@router.get("/items")
async def items(user: User = Depends(get_current_user)):
    return await store.items()

@router.post("/items")
async def create(item: Item, user: User = Depends(get_current_user)):
    return await store.create(item)

@router.delete("/items/{id}")
async def remove(id: int, db: Session = Depends(get_db)):
    await store.remove(id)
"""

ADMIN = """
@router.post("/users", dependencies=[Depends(require_admin)])
def create(user: UserIn):
    return store.create(user)

@router.put("/users/{id}", dependencies=[Depends(require_admin)])
def update(id: int, user: UserIn):
    return store.update(id, user)

@router.delete("/users/{id}")
def remove(id: int):
    return store.remove(id)
"""

DJANGO = """
@login_required
def create(request):
    return render(request, "a.html", save(request.POST))

@login_required
def update(request, pk):
    return render(request, "a.html", save(request.POST, pk))

def remove(request, pk):
    Order.objects.get(pk=pk).delete()
    return redirect("/")
"""

CLASSES = """
class OrderCreate(LoginRequiredMixin, CreateView):
    model = Order

class OrderUpdate(LoginRequiredMixin, UpdateView):
    model = Order

class OrderDelete(DeleteView):
    model = Order
"""

OWN_MIXIN = """
class ContractAccess(LoginRequiredMixin, PermissionRequiredMixin):
    model = Contract

class ContractCreate(ContractAccess, CreateView):
    permission_required = "contracts.add_contract"

class ContractUpdate(ContractAccess, UpdateView):
    permission_required = "contracts.change_contract"

class ContractArchive(View):
    def post(self, request, pk):
        get_object_or_404(Contract, pk=pk).archive()
        return redirect("contracts:list")
"""

EXPORT = """
@bp.get("/")
@login_required
@role_required("admin")
def list_users():
    return render_template("users.html")

@bp.post("/<int:id>/suspend")
@login_required
@role_required("admin")
def suspend(id):
    return saved(User.query.get(id))

@bp.post("/<int:id>/role")
@login_required
@role_required("admin")
def change_role(id):
    return saved(User.query.get(id), request.form["role"])

@bp.get("/export.csv")
def export_users():
    return Response(rows(User.query.order_by(User.id)), mimetype="text/csv")
"""

EXPRESS = """
const router = express.Router();
router.post('/orders', requireAuth, createOrder);
router.put('/orders/:id', requireAuth, (req, res) => res.json(update(req.body)));
router.delete('/orders/:id', (req, res) => res.json(drop(req.params.id)));
"""

FASTIFY = """
fastify.post('/orders', { preHandler: [fastify.authenticate] }, createOrder);
fastify.put('/orders/:id', { preHandler: [fastify.authenticate] }, updateOrder);
fastify.delete('/orders/:id', deleteOrder);
"""

NEST = """
@Controller('orders')
export class OrdersController {
  @Post()
  @UseGuards(JwtAuthGuard)
  create(@Body() body: OrderDto) { return this.orders.create(body); }

  @Put(':id')
  @UseGuards(JwtAuthGuard)
  update(@Param('id') id: string, @Body() body: OrderDto) { return this.orders.update(id, body); }

  @Delete(':id')
  remove(@Param('id') id: string) { return this.orders.remove(id); }
}
"""

SPRING = """
@RestController
@RequestMapping("/orders")
public class OrderController {
    @PreAuthorize("hasRole('ADMIN')")
    @PostMapping
    public Order create(@RequestBody Order order) { return orders.save(order); }

    @PreAuthorize("hasRole('ADMIN')")
    @PutMapping("/{id}")
    public Order update(@PathVariable long id, @RequestBody Order order) { return orders.save(order); }

    @DeleteMapping("/{id}")
    public void remove(@PathVariable long id) { orders.deleteById(id); }
}
"""

ASPNET = """
[ApiController]
[Route("orders")]
public class OrdersController : ControllerBase {
    [Authorize]
    [HttpPost]
    public IActionResult Create(Order order) { return Ok(orders.Add(order)); }

    [Authorize]
    [HttpPut("{id}")]
    public IActionResult Update(int id, Order order) { return Ok(orders.Put(id, order)); }

    [HttpDelete("{id}")]
    public IActionResult Remove(int id) { return Ok(orders.Remove(id)); }
}
"""

GIN = """
package main
func mount(r *gin.Engine) {
    r.POST("/orders", AuthRequired(), create)
    r.PUT("/orders/:id", AuthRequired(), update)
    r.DELETE("/orders/:id", remove)
}
"""

NET_HTTP = """
package main
func mount(mux *http.ServeMux) {
    mux.HandleFunc("/orders", requireAuth(create))
    mux.HandleFunc("/invoices", requireAuth(bill))
    mux.HandleFunc("/refunds", refund)
}
"""

LARAVEL = """<?php
Route::post('/orders', [OrderController::class, 'store'])->middleware('auth');
Route::put('/orders/{id}', [OrderController::class, 'update'])->middleware('auth');
Route::delete('/orders/{id}', [OrderController::class, 'destroy']);
"""

RAILS = """
class OrdersController < ApplicationController
  before_action :authenticate_user!, only: [:create, :update]

  def create
    render json: Order.create(order_params)
  end

  def update
    render json: Order.update(params[:id], order_params)
  end

  def destroy
    Order.find(params[:id]).destroy
  end

  private

  def order_params
    params.require(:order).permit(:title)
  end
end
"""

NEXT = """
import { requireAdmin } from '@/lib/auth';

export async function PATCH(request: NextRequest, { params }: Context) {
  const denied = await requireAdmin(request);
  if (denied) return denied;
  return NextResponse.json(await change((await params).id, await request.json()));
}

export async function DELETE(_request: NextRequest, { params }: Context) {
  return NextResponse.json(await drop((await params).id));
}
"""

STRAYS = {
    "flask": (FLASK, "python", "def remove(id):", "CWE-306"),
    "fastapi": (FASTAPI, "python", "async def remove(id: int, db: Session = Depends(get_db)):", "CWE-306"),
    "fastapi-admin": (ADMIN, "python", "def remove(id: int):", "CWE-862"),
    "django": (DJANGO, "python", "def remove(request, pk):", "CWE-306"),
    "django-own-mixin": (OWN_MIXIN, "python", "class ContractArchive(View):", "CWE-862"),
    "flask-export": (EXPORT, "python", "def export_users():", "CWE-862"),
    "django-classes": (CLASSES, "python", "class OrderDelete(DeleteView):", "CWE-306"),
    "express": (EXPRESS, "javascript", "router.delete('/orders/:id', (req, res) => res.json(drop(req.params.id)));", "CWE-306"),
    "fastify": (FASTIFY, "javascript", "fastify.delete('/orders/:id', deleteOrder);", "CWE-306"),
    "nest": (NEST, "typescript", "remove(@Param('id') id: string) { return this.orders.remove(id); }", "CWE-306"),
    "next": (NEXT, "typescript", "export async function DELETE(_request: NextRequest, { params }: Context) {", "CWE-862"),
    "spring": (SPRING, "java", "public void remove(@PathVariable long id) { orders.deleteById(id); }", "CWE-862"),
    "aspnet": (ASPNET, "csharp", "public IActionResult Remove(int id) { return Ok(orders.Remove(id)); }", "CWE-306"),
    "gin": (GIN, "go", 'r.DELETE("/orders/:id", remove)', "CWE-306"),
    "net-http": (NET_HTTP, "go", 'mux.HandleFunc("/refunds", refund)', "CWE-306"),
    "laravel": (LARAVEL, "php", "Route::delete('/orders/{id}', [OrderController::class, 'destroy']);", "CWE-306"),
    "rails": (RAILS, "ruby", "def destroy", "CWE-306"),
}  # fmt: skip
PATHS = {"python": "shop/views.py"}


@pytest.mark.parametrize(("code", "language", "quote", "cwe"), STRAYS.values(), ids=STRAYS.keys())
def test_a_route_without_the_protection_of_its_siblings_is_found(
    code: str, language: str, quote: str, cwe: str
) -> None:
    found = told(change(code, PATHS.get(language, f"routes.{language}"), language))
    assert [(claim.quote.strip(), claim.cwe) for claim in found] == [(quote, cwe)]


PUBLIC = {
    "login": FLASK.replace('/orders/<int:id>", methods=["DELETE"]', '/login", methods=["POST"]'),
    "checked-inside": FLASK.replace("    return drop(id)", "    if not g.user:\n        abort(401)\n    return drop(id)"),
    "one-sibling": FLASK.replace("@login_required\n", "", 1),
    "hook": "@bp.before_request\ndef check():\n    ensure_user()\n" + FLASK,
    "router": FASTAPI.replace("@router.get", "router = APIRouter(dependencies=[Depends(get_current_user)])\n@router.get", 1),
    "reads-open": FASTAPI.replace('@router.delete("/items/{id}")', '@router.get("/items/{id}")'),
    "validators": ADMIN.replace("require_admin", "require_json"),
}  # fmt: skip


@pytest.mark.parametrize("code", PUBLIC.values(), ids=PUBLIC.keys())
def test_what_is_open_for_a_reason_is_not_claimed(code: str) -> None:
    assert told(change(code, "shop/views.py")) == []


COVERED = {
    "next": (NEXT.replace("  return NextResponse.json(await drop", "  if (await requireAdmin(_request)) return notFound();\n  return NextResponse.json(await drop"), "typescript"),
    "express-use": ("router.use(requireAuth);\n" + EXPRESS.replace("const router = express.Router();\n", ""), "javascript"),
    "express-client": (EXPRESS.replace("router.", "client."), "javascript"),
    "express-webhook": (EXPRESS.replace("delete('/orders/:id'", "post('/stripe/webhook'"), "javascript"),
    "nest-class": (NEST.replace("export class", "@UseGuards(JwtAuthGuard)\nexport class"), "typescript"),
    "spring-class": (SPRING.replace("@RestController", '@PreAuthorize("isAuthenticated()")\n@RestController'), "java"),
    "aspnet-class": (ASPNET.replace("[ApiController]", "[ApiController]\n[Authorize]"), "csharp"),
    "gin-group": (GIN.replace('    r.POST("', '    r.Use(AuthRequired())\n    r.POST("'), "go"),
    "laravel-group": (f"<?php\nRoute::middleware('auth')->group(function () {{\n{LARAVEL[6:]}}});\n", "php"),
    "rails-all": (RAILS.replace(", only: [:create, :update]", ""), "ruby"),
    "rails-except": (RAILS.replace("only: [:create, :update]", "except: [:index]"), "ruby"),
}  # fmt: skip


@pytest.mark.parametrize(("code", "language"), COVERED.values(), ids=COVERED.keys())
def test_protection_of_the_whole_router_counts_for_all(code: str, language: str) -> None:
    assert told(change(code, f"routes.{language}", language)) == []


def test_only_a_changed_route_is_claimed() -> None:
    assert told(change(FLASK, "shop/api.py", owns=[(2, 6)])) == []
    assert lines(told(change(FLASK, "shop/api.py", owns=[(12, 12)]))) == [13]


def test_reading_is_less_severe_than_writing() -> None:
    reading = textwrap.dedent("""
        @app.get("/orders")
        @login_required
        def orders():
            return listed()

        @app.get("/invoices")
        @login_required
        def invoices():
            return billed()

        @app.get("/payments")
        def payments():
            return paid()
    """)
    (read,) = told(change(reading, "shop/api.py"))
    (written,) = told(change(FLASK, "shop/api.py"))
    assert (read.severity, written.severity) == (Severity.MEDIUM, Severity.HIGH)


def test_a_route_that_is_opened_on_purpose_is_claimed_if_it_writes() -> None:
    code = ASPNET.replace("[HttpDelete", "[AllowAnonymous]\n    [HttpDelete")
    assert [claim.cwe for claim in told(change(code, "Orders.cs", "csharp"))] == ["CWE-306"]


def test_signing_in_is_not_enough_where_all_others_ask_for_a_permission() -> None:
    code = ADMIN.replace(
        '@router.delete("/users/{id}")',
        '@router.delete("/users/{id}", dependencies=[Depends(get_current_user)])',
    )
    code += '\n@router.patch("/users/{id}", dependencies=[Depends(require_admin)])\ndef patch(id: int):\n    return store.patch(id)\n'
    assert [claim.cwe for claim in told(change(code, "users.py"))] == ["CWE-862"]


GATED = """
const { Forbidden } = require('./errors');
async function loadProject(req) {
  const project = await Project.findById(req.params.id);
  if (project.%s) throw new Forbidden();
  return project;
}
router.get('/projects/:id', signedIn, async (req, res) => { const p = await loadProject(req); res.json(p); });
router.patch('/projects/:id', signedIn, async (req, res) => { const p = await loadProject(req); await p.save(); });
router.post('/projects/:id/pay', signedIn, async (req, res) => { const p = await loadProject(req); await p.pay(); });
router.delete('/projects/:id', signedIn, async (req, res) => { await purge(req.params.id); res.json({}); });
"""


@pytest.mark.parametrize(
    "compared", ["teamId !== req.org.id", "ownerId !== req.user.id", "CustomerId != session.accountId"]
)
def test_a_helper_that_lets_only_some_through_is_protection(compared: str) -> None:
    found = told(change(GATED % compared, "src/projects.js", "javascript"))
    assert [claim.quote.startswith("router.delete") for claim in found] == [True]


def test_tests_have_no_routes() -> None:
    assert told(change(FLASK, "tests/test_app.py")) == []


@pytest.mark.parametrize(("owns", "finds"), [(None, 1), ([(12, 14)], 1), ([(1, 4)], 0)])
def test_another_process_finds_what_this_one_does(owns: list[tuple[int, int]] | None, finds: int) -> None:
    broken = change("def auth(((:\n" * 40, "broken.py")
    read = [change(FLASK, f"area{at}.py", owns=owns) for at in range(3)]
    here, there = (outcomes(StaticReviewer(Routes(heavy=heavy)), *read, broken) for heavy in (10**9, 0))
    assert here == there
    assert [isinstance(one, Unread) for one in here] == [False, False, False, True]
    assert [len(one.claims) for one in here] == [finds, finds, finds, 0]


CRUD = "".join(
    f'@bp.route("/orders/{n}", methods=["POST"])\n@login_required\ndef create{n}():\n    return save({n})\n\n'
    for n in range(3)
)
LONELY = '@bp.route("/orders/<int:id>", methods=["DELETE"])\ndef remove(id):\n    return drop(id)\n'


def test_more_routes_than_can_be_compared_are_a_gap() -> None:
    """Whichever process compared them."""
    many = "".join(CRUD.replace("create", f"create{n}_").replace("orders", f"orders{n}") for n in range(140))
    for routes in (Routes(), Routes(heavy=0)):
        (outcome,) = outcomes(StaticReviewer(routes), change(many + LONELY))
        assert isinstance(outcome, Unread)
        assert outcome.reason == "too large to compare: 421 routes of one kind"


@pytest.mark.parametrize("routes", [Routes(), Routes(heavy=0)])
def test_what_was_found_beside_too_many_look_ups_is_kept(routes: Routes) -> None:
    """It crosses over from another process together with the reason."""
    many = "".join(f"def find{n}(id):\n    return Order.query.get(id)\n\n" for n in range(301))
    (outcome,) = outcomes(StaticReviewer(routes), change(CRUD + LONELY + many))
    assert isinstance(outcome, Unread)
    assert outcome.reason == "too large to compare: more than 300 look-ups"
    assert [claim.cwe for claim in outcome.claims] == ["CWE-306"]


GUARDS = """
{guard}
router.post("/orders", requireUser, create);
router.put("/orders/:id", requireUser, update);
router.delete("/orders/:id", requireAuth, remove);
"""


@pytest.mark.parametrize(
    ("guard", "language", "found"),
    [
        ("function requireAuth(req, res, next) { next(); }", "javascript", 1),
        ("const requireAuth = (req, res, next) => next();", "javascript", 1),
        (
            "const requireAuth = (req: Request, res: Response, go: NextFunction): void => {\n  go();\n};",
            "typescript",
            1,
        ),
        (
            "const requireAuth = (req, res, next) => { if (!req.user) return res.sendStatus(401); next(); };",
            "javascript",
            0,
        ),
        ("const { requireAuth } = require('./auth');", "javascript", 0),
    ],
)
def test_a_guard_whose_body_lets_everybody_through_is_none(guard: str, language: str, found: int) -> None:
    path = f"routes.{language[0]}s"
    assert len(told(change(GUARDS.format(guard=guard), path, language))) == found


@pytest.mark.parametrize(("body", "found"), [("return f", 1), ("return checked(f)", 0)])
def test_so_is_a_decorator(body: str, found: int) -> None:
    code = FLASK.replace('methods=["DELETE"])', 'methods=["DELETE"])\n@require_login')
    assert len(told(change(f"def require_login(f):\n    {body}\n\n{code}"))) == found


NEST = """
@Injectable()
export class AdminGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return %s;
  }
}

@Controller("orders")
export class OrdersController {
  @UseGuards(JwtAuthGuard)
  @Post()
  create(@Body() body: OrderDto) { return this.orders.create(body); }

  @UseGuards(JwtAuthGuard)
  @Put(":id")
  update(@Param("id") id: string) { return this.orders.update(id); }

  @UseGuards(AdminGuard)
  @Delete(":id")
  remove(@Param("id") id: string) { return this.orders.remove(id); }
}
"""


@pytest.mark.parametrize(("verdict", "found"), [("true", 1), ("this.roles.isAdmin(context)", 0)])
def test_so_is_a_class(verdict: str, found: int) -> None:
    assert len(told(change(NEST % verdict, "orders.ts", "typescript"))) == found


@pytest.mark.parametrize("kind", ["protects", "first"])
@settings(max_examples=300)
@given(data=st.data())
def test_what_may_protect_is_never_passed_over(kind: str, data: st.DataObject) -> None:
    """Whatever the table knows as protection, neither the look ahead nor the quick test stands in its way."""
    pattern = getattr(Routes().words, kind)
    whole, looks = re.subn(r"\(\?=\[[^\]]+\]\)", "", pattern.pattern, count=1)
    text = data.draw(st.from_regex(whole, alphabet=st.characters(codec="ascii")))
    assert looks
    assert pattern.search(text)
    assert may_protect(text)


@pytest.mark.parametrize("guard", ["ensureUser", "ensure_session", "requireLogin", "can_edit", "jwtAuth"])
def test_a_guard_by_any_name_protects(guard: str) -> None:
    routes = "".join(f"router.post('/orders/{n}', {guard}, create{n});\n" for n in range(3))
    found = told(change(f"{routes}router.post('/prices', putPrice);\n", "src/routes.js", "javascript"))
    assert [claim.line for claim in found] == [4]


@pytest.mark.parametrize("name", ["cancelOrder", "canonical", "candidates", "scanFiles"])
def test_a_word_that_begins_like_can_is_no_protection(name: str) -> None:
    assert not Routes().words.marks([name])


def test_a_file_without_routes_to_compare_is_read_by_the_rules_alone() -> None:
    """What cannot be parsed there is their gap."""
    broken = change("def (((:\n" * 40, "broken.py")
    by_routes, by_rules = (outcomes(StaticReviewer(one), broken)[0] for one in (Routes(), Rules()))
    assert [isinstance(outcome, Unread) for outcome in (by_routes, by_rules)] == [False, True]


def test_two_routes_are_compared_with_what_was_made_ready_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of routes are compared with one another, and each time with all opposites."""
    words = Routes().words
    lock, unlock, show = (
        Route(0, 0, 0, "", name, writes=True) for name in ("lock /users/:id", "unlock /users/:id", "show")
    )
    compiled: list[str] = []
    monkeypatch.setattr(re, "compile", compiled.append)
    assert words.undoes(unlock, lock)
    assert words.undoes(lock, unlock)
    assert not words.undoes(lock, show)
    assert compiled == []


def test_a_text_without_any_is_not_read() -> None:
    assert not may_protect("import os\n\n\ndef total(rows):\n    return sum(rows)\n")


@pytest.mark.parametrize(
    "place", ["auth", "access", "guards", "permission", "acl", "rbac", "policies", "roles"]
)
def test_what_comes_from_where_protection_is_kept_may_protect(place: str) -> None:
    assert may_protect(f"import {{ need }} from './{place}';\n")
