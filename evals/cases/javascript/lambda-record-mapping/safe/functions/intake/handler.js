import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TABLE = process.env.INTAKE_TABLE;

const FIELDS = ['externalId', 'email', 'amount', 'currency'];

function evaluate(expression, record) {
  return String(expression)
    .split('.')
    .slice(0, 10)
    .reduce((value, key) => (value !== null && typeof value === 'object' && Object.hasOwn(value, key) ? value[key] : null), record);
}

function normalise({ record, mapping = {} }) {
  return Object.fromEntries(
    FIELDS.map((field) => [field, mapping[field] ? evaluate(mapping[field], record) : record[field] ?? null]),
  );
}

async function store(partnerId, messageId, item) {
  await db.send(
    new PutCommand({
      TableName: TABLE,
      Item: { pk: `partner#${partnerId}`, sk: messageId, ...item, receivedAt: new Date().toISOString() },
    }),
  );
}

/** SQS batch; a message that fails is reported alone, so the others are not delivered again. */
export async function handler(event) {
  const failures = [];
  for (const { messageId, body, messageAttributes } of event.Records) {
    try {
      const message = JSON.parse(body);
      const partnerId = messageAttributes.partnerId.stringValue;
      await store(partnerId, messageId, normalise(message));
    } catch (err) {
      console.error('intake failed', { messageId, reason: err.name });
      failures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures: failures };
}
