"""Exchanges authorisation codes and refresh tokens for partners' applications."""
import base64
import json
import logging
import os
from urllib.parse import parse_qs

import boto3
import urllib3

logger = logging.getLogger()
logger.setLevel(logging.INFO)

http = urllib3.PoolManager(timeout=urllib3.Timeout(connect=2, read=8), retries=False)
partners = boto3.resource("dynamodb").Table(os.environ["PARTNER_TABLE"])

ISSUER = os.environ["ISSUER_TOKEN_URL"]
GRANTS = {"authorization_code", "refresh_token"}


def answer(status, body):
    return {
        "statusCode": status,
        "headers": {"Content-Type": "application/json", "Cache-Control": "no-store"},
        "body": json.dumps(body),
    }


def form_of(event):
    body = event.get("body") or ""
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body).decode("utf-8")
    return {key: values[0] for key, values in parse_qs(body).items()}


def exchange_at_issuer(form):
    response = http.request("POST", ISSUER, fields=form, encode_multipart=False)
    return response.status, json.loads(response.data)


def handler(event, context):
    form = form_of(event)
    if form.get("grant_type") not in GRANTS:
        return answer(400, {"error": "unsupported_grant_type"})
    partner = partners.get_item(Key={"client_id": form.get("client_id", "")}).get("Item")
    if partner is None or partner["suspended"]:
        return answer(401, {"error": "invalid_client"})
    # The issuer checks client_secret and code; we only know which partners exist.
    status, tokens = exchange_at_issuer(form)
    exchange = {"partner": partner["name"], "request": form, "status": status, "response": tokens}
    logger.info("token exchange %s", json.dumps({**exchange, "request_id": context.aws_request_id}))
    if status != 200:
        return answer(400, {"error": tokens.get("error", "invalid_request")})
    return answer(200, tokens)
