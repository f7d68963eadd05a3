import type { SQSEvent, SQSBatchResponse } from 'aws-lambda';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { notify } from './notify';

interface Reading {
  meterId: string;
  power: number;
  voltage: number;
  temperature: number;
}

interface Alarm {
  id: string;
  condition: string;
}

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));

async function alarmsOf(meterId: string): Promise<Alarm[]> {
  const { Items } = await ddb.send(
    new QueryCommand({
      TableName: process.env.ALARM_TABLE,
      KeyConditionExpression: 'meterId = :m',
      ExpressionAttributeValues: { ':m': meterId },
    }),
  );
  return (Items ?? []) as Alarm[];
}

function fires(alarm: Alarm, reading: Reading): boolean {
  const { power, voltage, temperature } = reading;
  const check = new Function('power', 'voltage', 'temperature', `return (${alarm.condition});`);
  return Boolean(check(power, voltage, temperature));
}

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const record of event.Records) {
    try {
      const reading = JSON.parse(record.body) as Reading;
      for (const alarm of await alarmsOf(reading.meterId)) {
        if (fires(alarm, reading)) await notify(alarm.id, reading.meterId);
      }
    } catch {
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}
