import json
import os
import tempfile
import zipfile
from pathlib import Path
from urllib.parse import unquote_plus

import boto3

s3 = boto3.client("s3")
TARGET_BUCKET = os.environ["RECIPE_BUCKET"]
MAX_TOTAL = 200 * 1024 * 1024


def unpack(archive: Path, workdir: Path) -> list[Path]:
    """Put the cards and the photos of a pack into workdir."""
    written = []
    with zipfile.ZipFile(archive) as pack:
        if sum(i.file_size for i in pack.infolist()) > MAX_TOTAL:
            raise ValueError("pack too large")
        for info in pack.infolist():
            if info.is_dir():
                continue
            # photos of a recipe sit in a folder beside its card
            written.append(Path(pack.extract(info, workdir)))
    return written


def handler(event, context):
    count = 0
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = unquote_plus(record["s3"]["object"]["key"])
        with tempfile.TemporaryDirectory() as tmp:
            archive = Path(tmp, "pack.zip")
            workdir = Path(tmp, "out")
            workdir.mkdir()
            s3.download_file(bucket, key, str(archive))
            for path in unpack(archive, workdir):
                name = os.path.relpath(path, workdir)
                s3.upload_file(str(path), TARGET_BUCKET, f"packs/{Path(key).stem}/{name}")
                count += 1
    return {"statusCode": 200, "body": json.dumps({"files": count})}
