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


ROUTES = {
    "GET /results": list_results,
}


def main(event, context):
    # the authorizer of the API gateway has verified the token by now
    claims = event["requestContext"]["authorizer"]["jwt"]["claims"]
    action = ROUTES.get(event["routeKey"])
    if action is None:
        return _answer(404, {"error": "not found"})
    return action(claims["sub"], event)
