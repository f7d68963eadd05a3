"""Plugin bundles (.tgz) that authors upload to the catalogue."""
import shutil
import tarfile
from pathlib import Path

MAX_ENTRIES = 2_000
MAX_TOTAL = 200 * 1024 * 1024


class BadBundle(ValueError):
    pass


def _members(bundle: tarfile.TarFile) -> list[tarfile.TarInfo]:
    members = []
    for member in bundle:
        members.append(member)
        if len(members) > MAX_ENTRIES:
            raise BadBundle("too many entries")
    if sum(m.size for m in members) > MAX_TOTAL:
        raise BadBundle("too large")
    return members


def unpack(source: Path, into: Path) -> list[str]:
    """Unpacks a bundle below into; the names of its files."""
    into.mkdir(parents=True, exist_ok=True)
    names = []
    with tarfile.open(source, "r:gz") as bundle:
        for member in _members(bundle):
            if not member.isfile():
                continue
            target = (into / member.name).resolve()
            if not target.is_relative_to(into.resolve()):
                raise BadBundle(f"{member.name} is outside of the bundle")
            target.parent.mkdir(parents=True, exist_ok=True)
            with bundle.extractfile(member) as content, target.open("wb") as out:
                shutil.copyfileobj(content, out)
            names.append(member.name)
    if "plugin.toml" not in names:
        shutil.rmtree(into)
        raise BadBundle("plugin.toml is missing")
    return names
