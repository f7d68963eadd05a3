import nunjucks from 'nunjucks'
import type { MailSettings, Ticket } from '../types'

const env = nunjucks.configure('templates/mail', { autoescape: true })

export interface Mail {
  to: string
  subject: string
  html: string
}

export function composeTicketMail(ticket: Ticket, settings: MailSettings): Mail {
  const fields = {
    name: ticket.guestName,
    play: ticket.playTitle,
    seat: ticket.seat,
    starts: ticket.startsAt.toLocaleString(settings.locale),
  }
  const intro = fill(settings.intro ?? '', fields)
  const html = env.render('ticket.njk', { ...fields, intro, theatre: settings.theatreName })
  return { to: ticket.guestEmail, subject: `Your seat for ${ticket.playTitle}`, html }
}

function fill(text: string, fields: Record<string, string>): string {
  return text.replace(/\{\{\s*(name|play|seat|starts)\s*\}\}/g, (_, key: string) => fields[key])
}
