import path from 'node:path';
import ejs from 'ejs';
import type { Meetup } from '../meetups/meetup';

export interface Guest {
  firstName: string;
  email: string;
}

const DEFAULT = path.resolve(__dirname, '../../mails/reminder.txt.ejs');
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

/** Plain text of the mail that goes out the day before. */
export async function composeReminder(meetup: Meetup, guest: Guest): Promise<string> {
  const fields = {
    guest: guest.firstName,
    title: meetup.title,
    place: meetup.place,
    when: day.format(meetup.startsAt),
  };
  if (meetup.reminderText) {
    return ejs.render(meetup.reminderText, fields, { rmWhitespace: true });
  }
  return ejs.renderFile(DEFAULT, fields);
}
