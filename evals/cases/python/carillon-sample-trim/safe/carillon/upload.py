import uuid
from pathlib import Path

import tornado.web

from carillon.audio import AudioError, duration
from carillon.audio import trim
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
            if self.get_body_argument("length", None):
                path = await self.trimmed(path)
            seconds = await duration(path)
        except AudioError:
            path.unlink(missing_ok=True)
            raise tornado.web.HTTPError(422)
        self.write({"id": path.stem, "seconds": seconds})

    async def trimmed(self, path):
        target = path.with_stem(path.stem + "-cut")
        try:
            start = float(self.get_body_argument("start", "0"))
            length = float(self.get_body_argument("length"))
        except ValueError:
            raise tornado.web.HTTPError(400)
        await trim(path, target, start, length)
        path.unlink()
        return target
