import { latest, series } from '../store/heartbeats.js'
import { monitorOf } from '../store/monitors.js'

const SPANS = { day: 864e5, week: 7 * 864e5, month: 30 * 864e5 }
const spanOf = (name) => (Object.hasOwn(SPANS, name) ? SPANS[name] : SPANS.day)
const BUCKETS = ['5 minutes', '1 hour', '6 hours', '1 day']

/**
 * Messages of the dashboard's socket; the connection is signed in already.
 */
export const chartHandlers = {
  async 'monitor:latest' (session, { monitorId }) {
    const monitor = await monitorOf(session.userId, Number(monitorId))
    return monitor && latest(monitor.id)
  },

  async 'monitor:series' (session, { monitorId, span, bucket = '1 hour' }) {
    const monitor = await monitorOf(session.userId, Number(monitorId))
    if (!monitor) return null
    const since = new Date(Date.now() - spanOf(span))
    return BUCKETS.includes(bucket) ? series(monitor.id, since, bucket) : null
  }
}
