import _ from 'lodash'

const MAX_LENGTH = 459 // three parts

const FIELDS = ['first_name', 'city', 'voucher']

/** "Hi {{first_name || 'there'}}, ..." as the customer wrote it in the campaign editor. */
export function renderSms (text, recipient) {
  const fill = _.template(text, { interpolate: /\{\{([\s\S]+?)\}\}/g })
  const filled = fill(Object.fromEntries(FIELDS.map(field => [field, recipient[field] ?? ''])))
  return filled.slice(0, MAX_LENGTH)
}
