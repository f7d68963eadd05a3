import path from 'node:path'
import ejs from 'ejs'

const LAYOUT = path.join(import.meta.dirname, '../templates/appeal.ejs')

const firstName = (donor) => donor.name.split(' ')[0]

const fill = (text, values) => text.replace(/<%= ?(name|town|year) ?%>/g, (_match, key) => values[key])

/**
 * Makes the mail for one donor. The layout is ours and escapes what it shows;
 * subject and text are those of the campaign.
 */
export async function compose (campaign, donor) {
  const text = fill(campaign.text, {
    name: firstName(donor),
    town: donor.town ?? '',
    year: String(donor.lastGift?.getFullYear() ?? '')
  })

  const html = await ejs.renderFile(LAYOUT, {
    heading: campaign.subject,
    paragraphs: text.split(/\n{2,}/),
    group: campaign.groupName
  })

  return { to: donor.email, subject: campaign.subject, html, text }
}
