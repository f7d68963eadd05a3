import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';

import type { Database } from '../database';
import { sendMail } from '../mail';

const VALID_DAYS = 14;

export interface Invitation {
  viewingId: string;
  applicantId: string;
  email: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function makeToken(bytes = 24): string {
  return randomBytes(bytes).toString('base64url');
}

/** Mails a link with which the applicant accepts or moves the viewing. */
export async function invite(db: Kysely<Database>, publicUrl: string, invitation: Invitation): Promise<void> {
  const token = makeToken();
  const expiresAt = new Date(Date.now() + VALID_DAYS * 24 * 60 * 60 * 1000);

  await db
    .insertInto('viewing_invitation')
    .values({
      viewing_id: invitation.viewingId,
      applicant_id: invitation.applicantId,
      token_hash: sha256(token),
      expires_at: expiresAt,
    })
    .execute();

  const link = new URL('/viewing', publicUrl);
  link.searchParams.set('token', token);
  await sendMail({
    to: invitation.email,
    subject: 'Your viewing',
    text: `Please confirm the viewing until ${expiresAt.toDateString()}:\n\n${link.href}\n`,
  });
}

export async function findInvitation(db: Kysely<Database>, token: string) {
  return db
    .selectFrom('viewing_invitation')
    .innerJoin('viewing', 'viewing.id', 'viewing_invitation.viewing_id')
    .select(['viewing.id', 'viewing.flat_id', 'viewing.starts_at', 'viewing_invitation.applicant_id'])
    .where('viewing_invitation.token_hash', '=', sha256(token))
    .where('viewing_invitation.expires_at', '>', new Date())
    .executeTakeFirst();
}
