import tempfile
from pathlib import Path

import click

from .bundles import BadBundle, read_specimens, unpack
from .store import Store


@click.command("import-bundle")
@click.argument("inbox", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Read the bundles, store nothing.")
def import_bundles(inbox: Path, dry_run: bool) -> None:
    """Import every bundle that arrived in INBOX since the last run."""
    store = Store.from_env()
    for bundle in sorted(inbox.glob("*.tar.gz")):
        with tempfile.TemporaryDirectory() as tmp:
            try:
                sheet = unpack(bundle, Path(tmp))
            except BadBundle as exc:
                click.echo(f"{bundle.name}: {exc}", err=True)
                continue
            rows = list(read_specimens(sheet))
            if not dry_run:
                store.add_specimens(rows)
            click.echo(f"{bundle.name}: {len(rows)} specimens")
