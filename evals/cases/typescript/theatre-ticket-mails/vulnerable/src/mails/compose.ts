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
  const intro = settings.intro ? env.renderString(settings.intro, fields) : ''
  const html = env.render('ticket.njk', { ...fields, intro, theatre: settings.theatreName })
  return { to: ticket.guestEmail, subject: `Your seat for ${ticket.playTitle}`, html }
}
