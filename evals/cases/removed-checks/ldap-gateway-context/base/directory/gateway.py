"""Client of the staff directory's HTTP gateway."""

import http.client
import json
import os
import ssl
from urllib.parse import quote

GATEWAY_HOST = os.environ.get("DIRECTORY_GATEWAY", "directory.corp.example")
TIMEOUT = 5


class DirectoryError(RuntimeError):
    pass


def fetch_person(login: str) -> dict:
    context = ssl.create_default_context()
    connection = http.client.HTTPSConnection(GATEWAY_HOST, 443, timeout=TIMEOUT, context=context)
    try:
        connection.request("GET", "/people/" + quote(login, safe=""), headers=_headers())
        response = connection.getresponse()
        if response.status != 200:
            raise DirectoryError(f"the directory answered {response.status}")
        return json.load(response)
    finally:
        connection.close()


def _headers() -> dict:
    return {"Authorization": "Bearer " + os.environ["DIRECTORY_TOKEN"], "Accept": "application/json"}
