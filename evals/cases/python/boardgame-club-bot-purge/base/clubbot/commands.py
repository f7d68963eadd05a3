import logging

import discord
from discord import app_commands
from .league import League

log = logging.getLogger(__name__)


def register(tree: app_commands.CommandTree, league: League) -> None:
    @tree.command(description="Show the table of the league")
    async def table(interaction: discord.Interaction):
        await interaction.response.send_message(league.as_text())

    @tree.command(description="Delete the last messages of this channel")
    @app_commands.guild_only()
    @app_commands.checks.has_permissions(manage_messages=True)
    async def purge(interaction: discord.Interaction, count: app_commands.Range[int, 1, 100]):
        await interaction.response.defer(ephemeral=True)
        gone = await interaction.channel.purge(limit=count)
        log.info("%s removed %d messages", interaction.user.id, len(gone))
        await interaction.followup.send(f"{len(gone)} messages removed")

    @tree.error
    async def failed(interaction: discord.Interaction, error: app_commands.AppCommandError):
        if isinstance(error, app_commands.CheckFailure):
            await interaction.response.send_message("You may not do that.", ephemeral=True)
        else:
            log.error("command failed", exc_info=error)
