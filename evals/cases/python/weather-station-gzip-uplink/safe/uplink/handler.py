import json
import logging
import os

import boto3

from .body import BodyError, batch_bytes

logger = logging.getLogger()
logger.setLevel(logging.INFO)

firehose = boto3.client("firehose")
STREAM = os.environ["READINGS_STREAM"]


def _records(station, batch):
    for reading in batch:
        yield {"Data": json.dumps({"station": station, "t": reading["t"], "c": float(reading["c"])}).encode()}


def main(event, context):
    # stations come with a client certificate, its subject is their name
    station = event["requestContext"]["authentication"]["clientCert"]["subjectDN"]
    try:
        batch = json.loads(batch_bytes(event))
        records = list(_records(station, batch))[:500]
    except BodyError as exc:
        return {"statusCode": exc.status, "body": str(exc)}
    except (KeyError, TypeError, ValueError):
        return {"statusCode": 400, "body": "not a batch of readings"}
    result = firehose.put_record_batch(DeliveryStreamName=STREAM, Records=records)
    logger.info("%d readings, %d failed", len(records), result["FailedPutCount"])
    return {"statusCode": 202, "body": ""}
