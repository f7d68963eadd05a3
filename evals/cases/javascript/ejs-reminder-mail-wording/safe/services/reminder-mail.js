const path = require('path');
const ejs = require('ejs');
const mailer = require('./mailer');

const DEFAULT_TEMPLATE = path.join(__dirname, '../views/mail/reminder.txt.ejs');

function fieldsOf(appointment) {
  return {
    patient: appointment.patientName,
    date: appointment.startsAt.toLocaleDateString('de-CH'),
    time: appointment.startsAt.toLocaleTimeString('de-CH', { hour: '2-digit', minute: '2-digit' }),
    room: appointment.room,
  };
}

function fillIn(text, fields) {
  return text.replace(/<%=\s*(patient|date|time|room)\s*%>/g, (whole, name) => String(fields[name]));
}

async function textFor(clinic, appointment) {
  const fields = fieldsOf(appointment);
  if (clinic.reminderText) {
    return fillIn(clinic.reminderText, fields);
  }
  return ejs.renderFile(DEFAULT_TEMPLATE, fields);
}

async function sendReminder(clinic, appointment) {
  const text = await textFor(clinic, appointment);
  await mailer.send({
    to: appointment.patientEmail,
    from: 'reminders@praxisplan.example',
    subject: 'Your appointment',
    text,
  });
}

module.exports = { sendReminder, textFor };
