"""Live editing of shared sheets over a websocket."""
import ast
import json
import logging
import operator

from aiohttp import WSMsgType, web

from sheets.auth import same_origin_user
from sheets.store import SHEETS, Sheet

log = logging.getLogger(__name__)

MAX_MESSAGE = 8 * 1024
MAX_FORMULA = 200
OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.USub: operator.neg,
}


class FormulaError(ValueError):
    pass


def _value(node, cells):
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.Name(id=name) if name in cells:
            return cells[name]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return OPERATORS[type(op)](_value(left, cells), _value(right, cells))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, cells)
    raise FormulaError("not arithmetic")


def calculate(formula, cells):
    """The value of a formula like 'B2 * 1.19 + B3'."""
    if len(formula) > MAX_FORMULA:
        raise FormulaError("too long")
    try:
        code = ast.parse(formula.lstrip("= "), "<cell>", "eval")
        return _value(code.body, cells)
    except (SyntaxError, ArithmeticError, TypeError) as problem:
        raise FormulaError(type(problem).__name__) from problem


def apply_edit(sheet: Sheet, message: dict) -> dict:
    cell = str(message["cell"])
    if cell not in sheet:
        raise KeyError(cell)
    formula = message.get("formula")
    if isinstance(formula, str):
        return {"cell": cell, "value": calculate(formula, sheet.numbers())}
    sheet[cell] = float(message["value"])
    return {"cell": cell, "value": sheet[cell]}


async def live(request: web.Request) -> web.WebSocketResponse:
    user = await same_origin_user(request)
    sheet = await request.app[SHEETS].open(request.match_info["sheet_id"], user)
    socket = web.WebSocketResponse(max_msg_size=MAX_MESSAGE, heartbeat=30)
    await socket.prepare(request)
    async for message in socket:
        if message.type is not WSMsgType.TEXT:
            break
        try:
            await socket.send_json(apply_edit(sheet, json.loads(message.data)))
        except (ValueError, KeyError, TypeError):
            await socket.send_json({"error": "not understood"})
    log.info("user %s left sheet %s", user.id, sheet.id)
    return socket
