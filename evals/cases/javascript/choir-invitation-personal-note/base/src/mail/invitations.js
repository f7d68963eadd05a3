import path from 'node:path'
import nunjucks from 'nunjucks'

const VIEWS = path.resolve(import.meta.dirname, '../../mail-views')

export class InvitationMailer {
  #transport

  constructor (transport) {
    this.#transport = transport
    this.env = new nunjucks.Environment(new nunjucks.FileSystemLoader(VIEWS), { autoescape: true })
  }

  async send ({ choir, from, to, link }) {
    const html = this.env.render('invitation.njk', { choir, from, link })
    await this.#transport.sendMail({
      to,
      from: 'no-reply@stimmband.example',
      subject: 'An invitation to sing with us',
      html
    })
  }
}
