import path from 'node:path'
import nunjucks from 'nunjucks'

const VIEWS = path.resolve(import.meta.dirname, '../../mail-views')

export class InvitationMailer {
  #transport

  constructor (transport) {
    this.#transport = transport
    this.env = new nunjucks.Environment(new nunjucks.FileSystemLoader(VIEWS), { autoescape: true })
  }

  #html (note, values) {
    if (!note) return this.env.render('invitation.njk', values)
    const source = [
      '{% extends "invitation.njk" %}',
      '{% block note %}',
      '<blockquote>{{ note }}</blockquote>',
      '{% endblock %}'
    ].join('\n')
    return this.env.renderString(source, { ...values, note })
  }

  async send ({ choir, from, to, link, note }) {
    const html = this.#html(note, { choir, from, link })
    await this.#transport.sendMail({
      to,
      from: 'no-reply@stimmband.example',
      subject: 'An invitation to sing with us',
      html
    })
  }
}
