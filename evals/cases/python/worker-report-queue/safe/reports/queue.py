"""The queue between the web application and the report workers."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import boto3

WAIT_SECONDS = 20


@dataclass(frozen=True)
class ReportJob:
    report: str
    requested_by: int
    start: date
    end: date
    options: dict[str, Any] = field(default_factory=dict)
    created_at: float = field(default_factory=time.time)


def encode(job: ReportJob) -> str:
    return json.dumps({**vars(job), "start": job.start.isoformat(), "end": job.end.isoformat()})


def decode(body: str) -> ReportJob:
    values = json.loads(body)
    values["start"] = date.fromisoformat(values["start"])
    values["end"] = date.fromisoformat(values["end"])
    return ReportJob(**values)


class ReportQueue:
    def __init__(self, url: str, client: Any = None) -> None:
        self._url = url
        self._sqs = client or boto3.client("sqs")

    def put(self, job: ReportJob) -> str:
        body = encode(job)
        return self._sqs.send_message(QueueUrl=self._url, MessageBody=body)["MessageId"]

    def jobs(self) -> Iterator[ReportJob]:
        """Jobs as they come in; each leaves the queue when the consumer asks for the next."""
        while True:
            answer = self._sqs.receive_message(
                QueueUrl=self._url, MaxNumberOfMessages=5, WaitTimeSeconds=WAIT_SECONDS
            )
            for message in answer.get("Messages", []):
                yield decode(message["Body"])
                self._sqs.delete_message(QueueUrl=self._url, ReceiptHandle=message["ReceiptHandle"])
