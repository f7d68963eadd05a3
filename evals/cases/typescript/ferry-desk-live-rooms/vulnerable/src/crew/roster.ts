import { db } from '../db';

/** True if the user is signed on to the crew that the channel belongs to. */
export async function isCrewOf(channelId: string, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('crew_members')
    .innerJoin('channels', 'channels.crew_id', 'crew_members.crew_id')
    .select('crew_members.user_id')
    .where('channels.id', '=', channelId)
    .where('crew_members.user_id', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}
