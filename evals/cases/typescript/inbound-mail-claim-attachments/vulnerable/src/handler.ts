import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { SESEvent } from 'aws-lambda';
import { simpleParser } from 'mailparser';
import { saveAttachments } from './attachments';
import { claimFor } from './claims';

const s3 = new S3Client({});

async function rawMail(messageId: string) {
  const { Body } = await s3.send(
    new GetObjectCommand({ Bucket: process.env.INBOUND_BUCKET, Key: `claims/${messageId}` }),
  );
  if (!Body) throw new Error(`No mail for ${messageId}`);
  return Buffer.from(await Body.transformToByteArray());
}

export const handler = async (event: SESEvent): Promise<void> => {
  for (const { ses } of event.Records) {
    if (ses.receipt.spamVerdict.status === 'FAIL' || ses.receipt.virusVerdict.status === 'FAIL') {
      continue;
    }
    const mail = await simpleParser(await rawMail(ses.mail.messageId));
    const claim = await claimFor(mail.from?.value[0]?.address, mail.subject);
    if (!claim) continue;
    await claim.addNote(mail.text ?? '');
    await claim.addFiles(await saveAttachments(claim.id, mail.attachments));
  }
};
