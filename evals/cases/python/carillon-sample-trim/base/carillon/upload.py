import uuid
from pathlib import Path

import tornado.web

from carillon.audio import AudioError, duration
from carillon.base import BaseHandler

MAX_BYTES = 20_000_000


class SampleHandler(BaseHandler):
    @tornado.web.authenticated
    async def post(self):
        upload = self.request.files["sample"][0]
        if len(upload["body"]) > MAX_BYTES:
            raise tornado.web.HTTPError(413)
        path = Path(self.settings["sample_root"]) / f"{uuid.uuid4().hex}.ogg"
        path.write_bytes(upload["body"])
        try:
            seconds = await duration(path)
        except AudioError:
            path.unlink(missing_ok=True)
            raise tornado.web.HTTPError(422)
        self.write({"id": path.stem, "seconds": seconds})
