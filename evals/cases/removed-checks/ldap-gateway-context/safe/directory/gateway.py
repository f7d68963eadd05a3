"""Client of the staff directory's HTTP gateway."""

import http.client
import json
import os
import ssl
from urllib.parse import quote

GATEWAY_HOST = os.environ.get("DIRECTORY_GATEWAY", "directory.corp.example")
AUTHORITY = "/etc/ssl/corp/directory-ca.pem"
TIMEOUT = 5


class DirectoryError(RuntimeError):
    pass


class Gateway:
    """One kept-alive connection to the gateway."""

    def __init__(self, host: str = GATEWAY_HOST) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        # The gateway's certificate comes from our own authority; no other may vouch for it.
        context.load_verify_locations(cafile=AUTHORITY)
        self._connection = http.client.HTTPSConnection(host, 443, timeout=TIMEOUT, context=context)

    def person(self, login: str) -> dict:
        self._connection.request("GET", "/people/" + quote(login, safe=""), headers=_headers())
        response = self._connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise DirectoryError(f"the directory answered {response.status}")
        return json.loads(body)

    def close(self) -> None:
        self._connection.close()


def _headers() -> dict:
    return {"Authorization": "Bearer " + os.environ["DIRECTORY_TOKEN"], "Accept": "application/json"}
