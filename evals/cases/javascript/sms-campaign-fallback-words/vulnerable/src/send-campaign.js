import { renderSms } from './render-sms.js'

const pause = ms => new Promise(resolve => setTimeout(resolve, ms))

export function createSender ({ campaigns, recipients, gateway, log }) {
  return async function sendCampaign ({ data: { campaignId } }) {
    const campaign = await campaigns.get(campaignId)
    if (campaign?.state !== 'approved') return

    let sent = 0
    for await (const person of recipients.of(campaign.accountId, campaign.listId)) {
      if (person.optedOut) continue
      await gateway.send({ to: person.phone, body: renderSms(campaign.text, person) })
      sent += 1
      if (sent % 50 === 0) await pause(1000)
    }
    log.info({ campaignId, sent }, 'campaign sent')
  }
}
