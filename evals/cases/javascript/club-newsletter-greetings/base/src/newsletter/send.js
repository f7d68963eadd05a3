import pLimit from 'p-limit'
import { clubs, letters, members } from '../store.js'
import { mailer } from '../mailer.js'
import { render } from './render.js'

const limit = pLimit(4)

/**
 * Sends a letter that a club's secretary has written in the web editor.
 */
export async function send (letterId) {
  const letter = await letters.get(letterId)
  const club = await clubs.get(letter.clubId)
  const everyone = await members.of(club.id)

  const message = render(letter)
  const results = await Promise.allSettled(
    everyone.map((member) => limit(() => mailer.sendMail({
      from: { name: club.name, address: 'letters@clubs.example' },
      to: member.email,
      ...message
    })))
  )

  const failed = results.filter((r) => r.status === 'rejected').length
  await letters.markSent(letterId, { sent: everyone.length - failed, failed })
}
