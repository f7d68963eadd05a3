import _ from 'lodash'
import { convert } from './plain-text.js'

const FOOTER = 'You get this letter as a member. Write to the secretary to leave the list.'

const fields = (member, club) => ({
  firstName: member.firstName,
  number: member.number,
  club: club.name
})

// {{firstName}}, {{number}} and {{club}} may be used in the text
export function render (letter, member, club) {
  const values = fields(member, club)
  const filled = letter.text.replace(/{{\s*(\w+)\s*}}/g, (all, key) => _.has(values, key) ? String(values[key]) : all)
  const body = convert(filled)
  return { subject: letter.subject, text: `${body}\n\n-- \n${FOOTER}` }
}
