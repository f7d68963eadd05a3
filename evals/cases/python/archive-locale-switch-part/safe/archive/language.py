import tornado.web

from archive.urls import local_target

LANGUAGES = {"en": "English", "cy": "Cymraeg", "ga": "Gaeilge"}


class LanguageHandler(tornado.web.RequestHandler):
    """POST /language from the switch in the page's footer."""

    def post(self):
        language = self.get_body_argument("language")
        if language not in LANGUAGES:
            raise tornado.web.HTTPError(400)
        self.set_cookie("language", language, max_age=31536000, secure=True, httponly=True, samesite="Lax")
        # back to the page that was being read
        self.redirect(local_target(self.get_body_argument("back", "/")), status=303)


class LanguageMixin:
    def get_user_locale(self):
        chosen = self.get_cookie("language", "en")
        return tornado.locale.get(chosen if chosen in LANGUAGES else "en")
