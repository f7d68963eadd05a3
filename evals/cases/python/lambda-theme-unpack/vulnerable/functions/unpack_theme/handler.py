"""Unpacks a theme that a customer has uploaded and publishes its files.

Triggered by ObjectCreated in the upload bucket. Keys look like <shop id>/<upload id>.<suffix>.
"""
import json
import logging
import mimetypes
import os
import tarfile
import tempfile
import zipfile
from pathlib import Path
from urllib.parse import unquote_plus

import boto3

log = logging.getLogger()
log.setLevel(logging.INFO)

s3 = boto3.client("s3")

THEME_BUCKET = os.environ["THEME_BUCKET"]
MAX_FILES = 400
MAX_TOTAL = 30 * 1024 * 1024
SUFFIXES = {".html", ".css", ".js", ".svg", ".png", ".jpg", ".webp", ".woff2", ".json"}


class BadTheme(Exception):
    pass


def check_size(sizes):
    if len(sizes) > MAX_FILES or sum(sizes) > MAX_TOTAL:
        raise BadTheme("too large")


def unpack_zip(archive, folder):
    with zipfile.ZipFile(archive) as bundle:
        check_size([info.file_size for info in bundle.infolist()])
        bundle.extractall(folder)


def unpack_tar(archive, folder):
    with tarfile.open(archive, "r:gz") as theme:
        check_size([member.size for member in theme.getmembers()])
        theme.extractall(folder)


def unpack(archive, folder):
    if zipfile.is_zipfile(archive):
        unpack_zip(archive, folder)
    elif tarfile.is_tarfile(archive):
        unpack_tar(archive, folder)
    else:
        raise BadTheme("neither zip nor tar.gz")


def publish(folder, shop_id):
    count = 0
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or path.suffix.lower() not in SUFFIXES:
            continue
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        key = f"{shop_id}/{path.relative_to(folder).as_posix()}"
        s3.upload_file(str(path), THEME_BUCKET, key, ExtraArgs={"ContentType": kind})
        count += 1
    return count


def handler(event, context):
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = unquote_plus(record["s3"]["object"]["key"])
        shop_id = key.split("/", 1)[0]
        with tempfile.TemporaryDirectory() as scratch:
            archive, folder = Path(scratch, "upload"), Path(scratch, "theme")
            folder.mkdir()
            s3.download_file(bucket, key, str(archive))
            try:
                unpack(archive, folder)
            except BadTheme as problem:
                log.warning(json.dumps({"shop": shop_id, "refused": str(problem)}))
                continue
            log.info(json.dumps({"shop": shop_id, "files": publish(folder, shop_id)}))
