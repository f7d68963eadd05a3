const { createHmac, timingSafeEqual } = require('crypto');
const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, PutCommand } = require('@aws-sdk/lib-dynamodb');
const { secrets } = require('./secrets');

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const FIVE_MINUTES = 5 * 60;

const reply = (statusCode, body = '') => ({ statusCode, body });

function sign(key, text) {
  return createHmac('sha256', key).update(text).digest('hex');
}

function isGenuine(key, body, given) {
  const expected = Buffer.from(sign(key, body));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function isRecent(timestamp) {
  return Math.abs(Date.now() / 1000 - Number(timestamp)) < FIVE_MINUTES;
}

exports.handler = async (event) => {
  const body = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body || '';
  const timestamp = event.headers['x-giving-timestamp'] || '';
  const given = event.headers['x-giving-signature'] || '';

  const { callbackKey } = await secrets();
  if (!isRecent(timestamp) || !isGenuine(callbackKey, `${timestamp}.${body}`, given)) {
    return reply(401);
  }

  const { id, type, donation } = JSON.parse(body);
  if (type !== 'donation.completed') {
    return reply(204);
  }
  try {
    await db.send(
      new PutCommand({
        TableName: process.env.DONATIONS_TABLE,
        Item: { id, amount: donation.amount, currency: donation.currency, campaign: donation.campaign },
        ConditionExpression: 'attribute_not_exists(id)',
      })
    );
  } catch (err) {
    if (err.name !== 'ConditionalCheckFailedException') {
      throw err;
    }
    // told twice, which is fine
  }
  return reply(204);
};
