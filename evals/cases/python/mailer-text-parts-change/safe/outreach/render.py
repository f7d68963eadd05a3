from dataclasses import dataclass
from email.message import EmailMessage
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


@lru_cache(maxsize=1)
def environment() -> Environment:
    env = Environment(
        loader=PackageLoader("outreach", "mails"),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    env.filters["day"] = lambda moment: moment.strftime("%d %B")
    return env


@dataclass
class Mail:
    template: str
    subject: str
    to: str

    def build(self, **context) -> EmailMessage:
        message = EmailMessage()
        message["Subject"] = self.subject
        message["To"] = self.to
        env = environment()
        message.set_content(env.get_template(f"{self.template}.txt.j2").render(context))
        html = env.get_template(f"{self.template}.html.j2").render(context)
        message.add_alternative(html, subtype="html")
        return message
