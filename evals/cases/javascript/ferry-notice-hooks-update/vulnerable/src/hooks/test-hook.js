import axios from 'axios'

const SAMPLES = {
  'notice.created': { id: 1, text: 'The 9:40 sails at 10:05', severity: 'info' },
  'notice.cleared': { id: 1, clearedAt: '2024-05-01T10:00:00Z' }
}

const sample = (event) => ({ event, test: true, data: Object.hasOwn(SAMPLES, event) ? SAMPLES[event] : {} })

/** What the hook's server says to a sample event, before the hook is saved. */
export async function testHook (req, res, next) {
  const { url, event } = req.body
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) {
    return res.status(422).json({ error: 'A hook needs an http or https address' })
  }
  try {
    const answer = await axios.post(url, sample(event), {
      timeout: 5000,
      maxRedirects: 0,
      validateStatus: null
    })
    res.json({ status: answer.status, body: String(answer.data).slice(0, 500) })
  } catch (err) {
    if (err.code) return res.json({ status: 0, body: err.code })
    next(err)
  }
}
