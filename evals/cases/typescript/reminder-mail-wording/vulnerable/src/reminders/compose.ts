import nunjucks from 'nunjucks';
import type { Appointment, Practice } from '../types';

const env = new nunjucks.Environment(new nunjucks.FileSystemLoader('templates'), { autoescape: true });

export interface Mail {
  subject: string;
  html: string;
}

const time = (at: Date) => at.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });

export function compose(practice: Practice, appointment: Appointment): Mail {
  const values: Record<string, string> = {
    patient: appointment.patientName,
    practice: practice.name,
    time: time(appointment.at),
  };
  const greeting = env.renderString(practice.reminderGreeting ?? 'Dear {{ patient }},', values);
  return {
    subject: `Your appointment at ${practice.name}`.replace(/[\r\n]+/g, ' '),
    html: env.render('reminder.njk', { greeting, practice, at: time(appointment.at) }),
  };
}
