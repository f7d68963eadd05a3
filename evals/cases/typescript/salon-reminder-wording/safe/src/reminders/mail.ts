import ejs from 'ejs';
import Mustache from 'mustache';
import nodemailer from 'nodemailer';
import path from 'node:path';

import type { Appointment, Salon } from '../models';

const VIEWS = path.join(__dirname, '..', '..', 'views', 'mail');

const transport = nodemailer.createTransport({
  host: process.env.SMTP_HOST,
  port: 587,
  requireTLS: true,
  auth: { user: process.env.SMTP_USER, pass: process.env.SMTP_PASSWORD },
});

interface Values {
  customer: string;
  salon: string;
  service: string;
  day: string;
  time: string;
}

function valuesFor(appointment: Appointment, salon: Salon): Values {
  const zone = { timeZone: salon.timeZone };
  return {
    customer: appointment.customer.firstName,
    salon: salon.name,
    service: appointment.service,
    day: appointment.startsAt.toLocaleDateString(salon.locale, { ...zone, weekday: 'long', day: 'numeric', month: 'long' }),
    time: appointment.startsAt.toLocaleTimeString(salon.locale, { ...zone, hour: '2-digit', minute: '2-digit' }),
  };
}

export async function sendReminder(appointment: Appointment, salon: Salon): Promise<void> {
  const values = valuesFor(appointment, salon);
  const wording = salon.reminderWording;
  await transport.sendMail({
    from: { name: salon.name, address: 'reminders@bookings.example' },
    to: { name: appointment.customer.fullName, address: appointment.customer.email },
    subject: `See you on ${values.day}`,
    html: wording
      ? Mustache.render(wording, values)
      : await ejs.renderFile(path.join(VIEWS, 'reminder.ejs'), values),
  });
}

export async function sendCancellation(appointment: Appointment, salon: Salon): Promise<void> {
  const values = valuesFor(appointment, salon);
  await transport.sendMail({
    from: { name: salon.name, address: 'reminders@bookings.example' },
    to: { name: appointment.customer.fullName, address: appointment.customer.email },
    subject: 'Your appointment was cancelled',
    html: await ejs.renderFile(path.join(VIEWS, 'cancellation.ejs'), values),
  });
}
