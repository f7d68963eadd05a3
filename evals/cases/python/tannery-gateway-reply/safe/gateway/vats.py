import json
from urllib.parse import parse_qs

from gateway.reply import send

VATS = {"1": "liming", "2": "bating", "3": "tanning"}


async def show(request, writer):
    """GET /vats?vat=2&trace=..."""
    query = parse_qs(request.query)
    vat = query.get("vat", [""])[0]
    # the trace of the caller is handed back, so that its log can be matched with ours
    headers = {"content-type": "application/json", "x-trace": query.get("trace", ["-"])[0]}
    headers["link"] = [f"</vats?vat={n}>; rel=item" for n in VATS]
    if vat not in VATS:
        await send(writer, 404, headers, b"{}")
        return
    body = json.dumps({"vat": vat, "stage": VATS[vat], "ph": request.app.probe(vat)}).encode()
    await send(writer, 200, headers, body)
