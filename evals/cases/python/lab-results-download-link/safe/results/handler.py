import json

from . import links, table


def _answer(status, body):
    return {
        "statusCode": status,
        "headers": {"Content-Type": "application/json", "Cache-Control": "no-store"},
        "body": json.dumps(body),
    }


def list_results(patient_id, event):
    return _answer(200, {"results": table.for_patient(patient_id)})


def create_link(patient_id, event):
    try:
        key = json.loads(event["body"])["key"]
    except (KeyError, TypeError, ValueError):
        return _answer(400, {"error": "key is missing"})
    if key not in {r["key"] for r in table.for_patient(patient_id)}:
        return _answer(404, {"error": "no such result"})
    url = links.download(key)
    return _answer(201, {"url": url})


ROUTES = {
    "GET /results": list_results,
    "POST /results/link": create_link,
}


def main(event, context):
    # the authorizer of the API gateway has verified the token by now
    claims = event["requestContext"]["authorizer"]["jwt"]["claims"]
    action = ROUTES.get(event["routeKey"])
    if action is None:
        return _answer(404, {"error": "not found"})
    return action(claims["sub"], event)
