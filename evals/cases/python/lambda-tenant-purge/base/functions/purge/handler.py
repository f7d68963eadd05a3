"""Deletes rows past their retention. The admin console queues one message per request."""
import json
import logging
import os
from contextlib import closing
from datetime import datetime, timedelta, timezone

import boto3
import psycopg2

log = logging.getLogger()
log.setLevel(logging.INFO)

secrets_client = boto3.client("secretsmanager")

SHORTEST_DAYS = 30


def connect():
    value = secrets_client.get_secret_value(SecretId=os.environ["DB_SECRET_ID"])["SecretString"]
    secret = json.loads(value)
    return psycopg2.connect(
        host=secret["host"],
        dbname=secret["dbname"],
        user=secret["username"],
        password=secret["password"],
        sslmode="verify-full",
        sslrootcert=os.environ["DB_CA_FILE"],
    )


def purge(connection, job):
    days = max(int(job["days"]), SHORTEST_DAYS)
    limit = datetime.now(timezone.utc) - timedelta(days=days)
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM login_history WHERE tenant_id = %s AND created_at < %s",
            (job["tenant_id"], limit),
        )
        deleted = cursor.rowcount
    connection.commit()
    return deleted


def handler(event, context):
    failed = []
    with closing(connect()) as connection:
        for record in event["Records"]:
            try:
                deleted = purge(connection, json.loads(record["body"]))
            except (KeyError, ValueError, psycopg2.Error):
                connection.rollback()
                log.exception("purge failed: message %s", record["messageId"])
                failed.append({"itemIdentifier": record["messageId"]})
                continue
            log.info("message %s: %d rows deleted", record["messageId"], deleted)
    return {"batchItemFailures": failed}
