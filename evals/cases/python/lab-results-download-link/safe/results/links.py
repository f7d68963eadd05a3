import os

import boto3
from botocore.config import Config

BUCKET = os.environ["RESULTS_BUCKET"]
LIFETIME = 300

s3 = boto3.client("s3", config=Config(signature_version="s3v4"))


def size_of(key):
    return s3.head_object(Bucket=BUCKET, Key=key)["ContentLength"]


def download(key):
    return s3.generate_presigned_url(
        "get_object",
        Params={"Bucket": BUCKET, "Key": key, "ResponseContentDisposition": "attachment"},
        ExpiresIn=LIFETIME,
    )
