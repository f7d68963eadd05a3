import os

import boto3
from boto3.dynamodb.conditions import Key

_table = boto3.resource("dynamodb").Table(os.environ["RESULTS_TABLE"])


def for_patient(patient_id):
    """The newest results of one patient, with the key of the PDF each."""
    page = _table.query(
        KeyConditionExpression=Key("patient").eq(patient_id),
        ScanIndexForward=False,
        Limit=100,
    )
    return [{"taken": i["taken"], "test": i["test"], "key": i["pdf_key"]} for i in page["Items"]]
