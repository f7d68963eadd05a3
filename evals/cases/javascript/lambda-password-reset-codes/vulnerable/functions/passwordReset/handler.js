const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { SESv2Client, SendEmailCommand } = require('@aws-sdk/client-sesv2');
const { DynamoDBDocumentClient, GetCommand, PutCommand } = require('@aws-sdk/lib-dynamodb');

const { newCode } = require('./codes');

const VALID_SECONDS = 15 * 60;
const ses = new SESv2Client({});
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
    const code = newCode();
    const expires = Math.floor(Date.now() / 1000) + VALID_SECONDS;
    await doc.send(
      new PutCommand({ TableName: process.env.RESETS_TABLE, Item: { email: user.email, code, expires, attempts: 0 } }),
    );
    await ses.send(
      new SendEmailCommand({
        FromEmailAddress: process.env.MAIL_FROM,
        Destination: { ToAddresses: [user.email] },
        Content: {
          Simple: {
            Subject: { Data: 'Reset your password' },
            Body: { Text: { Data: `Your code is ${code}. It is valid for 15 minutes.` } },
          },
        },
      }),
    );
  }
  return json(202, { sent: true });
};
