import json

import tornado.web
from tornado.escape import url_escape

from kb.index import SearchIndex

NOTHING = """<!doctype html>
<html lang="en">
<head><title>Nothing found</title><link rel="stylesheet" href="/static/kb.css"></head>
<body>
<p>No article matches <strong>%(words)s</strong>.</p>
<p><a href="/ask?subject=%(subject)s">Ask the support team</a> instead.</p>
</body>
</html>
"""


class BaseHandler(tornado.web.RequestHandler):
    def initialize(self, index: SearchIndex):
        self.index = index

    def set_default_headers(self):
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "same-origin")

    def write_error(self, status_code, **kwargs):
        self.render("error.html", status=status_code)


class ArticleHandler(BaseHandler):
    async def get(self, slug):
        article = await self.index.article(slug)
        if article is None:
            raise tornado.web.HTTPError(404)
        self.render("article.html", article=article)


class SearchHandler(BaseHandler):
    async def get(self):
        words = self.get_query_argument("q", "")[:200]
        hits = await self.index.search(words, limit=20)
        if words and not hits:
            self.set_status(404)
            self.write(self._nothing_found(words))
            return
        self.render("search.html", words=words, hits=hits)

    def _nothing_found(self, words):
        return NOTHING % {"words": words, "subject": url_escape(words)}


class SuggestHandler(BaseHandler):
    async def get(self):
        prefix = self.get_query_argument("prefix", "")[:40]
        self.set_header("Content-Type", "application/json; charset=UTF-8")
        self.write(json.dumps({"titles": await self.index.titles(prefix, limit=8)}))


def routes(index):
    return [
        (r"/search", SearchHandler, {"index": index}),
        (r"/suggest", SuggestHandler, {"index": index}),
        (r"/articles/([a-z0-9-]+)", ArticleHandler, {"index": index}),
    ]
