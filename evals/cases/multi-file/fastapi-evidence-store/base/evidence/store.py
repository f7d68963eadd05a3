"""Where evidence files are kept."""

from __future__ import annotations

import os
from functools import lru_cache

import boto3
from botocore.exceptions import ClientError


class Missing(Exception):
    """There is no such file in this case."""


class Store:
    def __init__(self, client, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def names(self, case_id: int) -> list[str]:
        prefix = f"{case_id}/"
        page = self._client.list_objects_v2(Bucket=self._bucket, Prefix=prefix)
        return [item["Key"].removeprefix(prefix) for item in page.get("Contents", [])]

    def read(self, case_id: int, name: str) -> bytes:
        try:
            item = self._client.get_object(Bucket=self._bucket, Key=f"{case_id}/{name}")
        except ClientError as error:
            raise Missing from error
        return item["Body"].read()


@lru_cache
def get_store() -> Store:
    return Store(boto3.client("s3"), os.environ["EVIDENCE_BUCKET"])
