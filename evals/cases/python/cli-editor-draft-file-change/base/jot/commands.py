import click

from jot.editor import EditorFailed, edit
from jot.notebook import Notebook


@click.group()
@click.pass_context
def cli(context):
    """Notes on the command line, encrypted with your key."""
    context.obj = Notebook.open_default()


@cli.command()
@click.argument("name")
@click.pass_obj
def write(notebook, name):
    """Write a note or change it."""
    before = notebook.read(name) if name in notebook else ""
    try:
        after = edit(before)
    except EditorFailed as error:
        raise click.ClickException(str(error)) from error
    if after is None:
        click.echo("Nothing changed.")
        return
    notebook.save(name, after)
    click.echo(f"Saved {name}.")
