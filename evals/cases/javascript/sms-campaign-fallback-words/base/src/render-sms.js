const MAX_LENGTH = 459 // three parts

const FIELDS = new Set(['first_name', 'city', 'voucher'])

/** "Hi {{first_name}}, ..." as the customer wrote it in the campaign editor. */
export function renderSms (text, recipient) {
  const filled = text.replace(/\{\{(\w+)\}\}/g, (all, field) => (FIELDS.has(field) ? recipient[field] ?? '' : all))
  return filled.slice(0, MAX_LENGTH)
}
