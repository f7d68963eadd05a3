import json

import tornado.web

from kb.index import SearchIndex


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
        self.render("search.html", words=words, hits=hits)


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
