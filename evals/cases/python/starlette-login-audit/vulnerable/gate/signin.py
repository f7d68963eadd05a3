import logging

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from gate.accounts import AccountStore
from gate.csrf import csrf_protected
from gate.limits import sign_in_limit

templates = Jinja2Templates(directory="gate/templates")
audit = logging.getLogger("gate.audit")


async def show_form(request: Request) -> Response:
    return templates.TemplateResponse(request, "signin.html", {"failed": False})


def record_refusal(login: str, request: Request) -> None:
    """One line per refused sign-in; fail2ban and the nightly report read them."""
    agent = request.headers.get("user-agent", "-")
    audit.warning(
        "sign-in refused: user=%s agent=%s address=%s", login, agent, request.client.host
    )


@csrf_protected
@sign_in_limit
async def sign_in(request: Request) -> Response:
    form = await request.form()
    accounts: AccountStore = request.app.state.accounts
    login = str(form.get("login", ""))
    account = await accounts.verify(login, str(form.get("password", "")))
    if account is None:
        record_refusal(login, request)
        return templates.TemplateResponse(request, "signin.html", {"failed": True}, status_code=401)
    request.session.clear()
    request.session["account_id"] = account.id
    return RedirectResponse("/", status_code=303)


@csrf_protected
async def sign_out(request: Request) -> Response:
    request.session.clear()
    return RedirectResponse("/signin", status_code=303)


routes = [
    Route("/signin", show_form),
    Route("/signin", sign_in, methods=["POST"]),
    Route("/signout", sign_out, methods=["POST"]),
]
