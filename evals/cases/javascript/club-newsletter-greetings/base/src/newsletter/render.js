import { convert } from './plain-text.js'

const FOOTER = 'You get this letter as a member. Write to the secretary to leave the list.'

export function render (letter) {
  const body = convert(letter.text)
  return { subject: letter.subject, text: `${body}\n\n-- \n${FOOTER}` }
}
