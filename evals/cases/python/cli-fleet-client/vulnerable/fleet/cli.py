import os

import click

from fleet.client import Endpoint, FleetClient


@click.group()
@click.option("--server", envvar="FLEET_SERVER", required=True)
@click.option("--appliance", is_flag=True, help="The server is an appliance in the customer's network.")
@click.pass_context
def main(context, server, appliance):
    context.obj = FleetClient(Endpoint(server, os.environ["FLEET_TOKEN"], appliance))


@main.command()
@click.option("--group")
@click.pass_obj
def devices(client, group):
    """List the devices."""
    for device in client.devices(group):
        click.echo(f"{device['id']:>8}  {device['name']}  {device['state']}")
