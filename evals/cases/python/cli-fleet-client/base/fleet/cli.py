import os

import click

from fleet.client import Endpoint, FleetClient


@click.group()
@click.option("--server", envvar="FLEET_SERVER", required=True)
@click.pass_context
def main(context, server):
    context.obj = FleetClient(Endpoint(server, os.environ["FLEET_TOKEN"]))


@main.command()
@click.option("--group")
@click.pass_obj
def devices(client, group):
    """List the devices."""
    for device in client.devices(group):
        click.echo(f"{device['id']:>8}  {device['name']}  {device['state']}")
