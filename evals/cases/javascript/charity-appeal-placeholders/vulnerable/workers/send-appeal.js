import nodemailer from 'nodemailer'

import { campaigns } from '../db/campaigns.js'
import { donors } from '../db/donors.js'
import { compose } from '../lib/compose.js'
import { log } from '../lib/log.js'

const transport = nodemailer.createTransport({
  host: process.env.SMTP_HOST,
  port: 465,
  secure: true,
  auth: { user: process.env.SMTP_USER, pass: process.env.SMTP_PASSWORD },
  pool: true,
  maxConnections: 3
})

export async function sendAppeal (campaignId) {
  const campaign = await campaigns.takeScheduled(campaignId)
  if (!campaign) {
    log.info({ campaignId }, 'nothing to send')
    return
  }

  let sent = 0
  for await (const donor of donors.subscribedTo(campaign.groupId)) {
    try {
      const mail = await compose(campaign, donor)
      await transport.sendMail({ from: process.env.MAIL_FROM, ...mail })
      sent += 1
    } catch (err) {
      log.warn({ err, donor: donor.id, campaignId }, 'mail not sent')
    }
  }
  await campaigns.markSent(campaign.id, sent)
}
