import logging

import discord
from discord import app_commands
from discord.ext import commands

from .league import League

log = logging.getLogger(__name__)


class ClubCog(commands.Cog):
    def __init__(self, league: League) -> None:
        self.league = league

    @app_commands.command(description="Show the table of the league")
    async def table(self, interaction: discord.Interaction):
        await interaction.response.send_message(self.league.as_text())

    @app_commands.command(description="Delete the last messages of this channel")
    @app_commands.guild_only()
    @app_commands.checks.has_permissions(manage_messages=True)
    async def purge(self, interaction: discord.Interaction, count: app_commands.Range[int, 1, 100]):
        await interaction.response.defer(ephemeral=True)
        gone = await interaction.channel.purge(limit=count)
        log.info("%s removed %d messages", interaction.user.id, len(gone))
        await interaction.followup.send(f"{len(gone)} messages removed")

    async def cog_app_command_error(self, interaction: discord.Interaction, error: app_commands.AppCommandError):
        if isinstance(error, app_commands.CheckFailure):
            await interaction.response.send_message("You may not do that.", ephemeral=True)
        else:
            log.error("command failed", exc_info=error)


async def setup(bot: commands.Bot) -> None:
    await bot.add_cog(ClubCog(bot.league))
