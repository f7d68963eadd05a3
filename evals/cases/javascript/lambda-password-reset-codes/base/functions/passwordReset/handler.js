const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, GetCommand } = require('@aws-sdk/lib-dynamodb');

const doc = DynamoDBDocumentClient.from(new DynamoDBClient({}));

const json = (statusCode, body) => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

exports.request = async (event) => {
  const { email } = JSON.parse(event.body || '{}');
  if (typeof email !== 'string') return json(422, { error: 'email' });

  const { Item: user } = await doc.send(
    new GetCommand({ TableName: process.env.USERS_TABLE, Key: { email: email.toLowerCase() } }),
  );
  if (user) {
    // TODO: start the reset
  }
  return json(202, { sent: true });
};
