import logging

from telegram import Update
from telegram.ext import CommandHandler, ContextTypes

from .search import find_offers

log = logging.getLogger(__name__)


async def find(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    words = " ".join(context.args or [])
    if len(words) < 3:
        await update.message.reply_text("Please give me at least three letters.")
        return

    offers = find_offers(words)
    log.info("find: %d hits", len(offers))
    if not offers:
        await update.message.reply_text("Nothing like that today.")
        return
    lines = [f"{o.title} - {o.cents / 100:.2f} EUR, hall {o.stall.hall}" for o in offers]
    await update.message.reply_text("\n".join(lines))


def register(app) -> None:
    app.add_handler(CommandHandler("find", find))
