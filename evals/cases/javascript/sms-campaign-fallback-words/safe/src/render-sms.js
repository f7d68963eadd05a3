const MAX_LENGTH = 459 // three parts

const FIELDS = new Set(['first_name', 'city', 'voucher'])

/** "Hi {{first_name|there}}, ..." as the customer wrote it in the campaign editor. */
export function renderSms (text, recipient) {
  const filled = text.replace(/\{\{(\w{1,20})(?:\|([^{}]{0,40}))?\}\}/g, (all, field, fallback = '') => {
    if (!FIELDS.has(field)) return all
    return recipient[field] || fallback
  })
  return filled.slice(0, MAX_LENGTH)
}
