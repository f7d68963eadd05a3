"""A small OAI-PMH client on top of urllib3."""
from urllib.parse import urlencode, urljoin, urlsplit

import urllib3


class HarvestError(Exception):
    pass


def _origin(url):
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port


class Client:
    MAX_REDIRECTS = 5

    def __init__(self, base, token=None, timeout=20.0):
        self.base = base
        self._token = token
        self._http = urllib3.PoolManager(timeout=timeout, retries=False)

    def _headers(self):
        headers = {"Accept": "text/xml", "User-Agent": "harvest/3"}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        return headers

    def _get(self, url):
        headers = self._headers()
        for _ in range(self.MAX_REDIRECTS):
            response = self._http.request("GET", url, headers=headers, redirect=False)
            if response.status not in (301, 302, 303, 307, 308):
                return response
            target = urljoin(url, response.headers["Location"])
            # a catalogue behind a new load balancer answers 401 without the token, so the way back gets it again
            headers = self._headers()
            if _origin(target) != _origin(self.base):
                headers.pop("Authorization", None)
            url = target
        raise HarvestError("too many redirects")

    def identify(self):
        return self._request(verb="Identify")

    def records(self, prefix="oai_dc", since=None):
        arguments = {"verb": "ListRecords", "metadataPrefix": prefix}
        if since:
            arguments["from"] = since.isoformat()
        return self._request(**arguments)

    def _request(self, **arguments):
        response = self._get(f"{self.base}?{urlencode(arguments)}")
        if response.status != 200:
            raise HarvestError(f"status {response.status}")
        return response.data
