import os
from pathlib import Path

import click

from fleet.client import Endpoint, FleetClient


@click.group()
@click.option("--server", envvar="FLEET_SERVER", required=True)
@click.option("--ca-bundle", type=click.Path(exists=True, path_type=Path), help="CA certificates of an appliance.")
@click.pass_context
def main(context, server, ca_bundle):
    context.obj = FleetClient(Endpoint(server, os.environ["FLEET_TOKEN"], ca_bundle))


@main.command()
@click.option("--group")
@click.pass_obj
def devices(client, group):
    """List the devices."""
    for device in client.devices(group):
        click.echo(f"{device['id']:>8}  {device['name']}  {device['state']}")
