import { latest } from '../store/heartbeats.js'
import { monitorOf } from '../store/monitors.js'

/**
 * Messages of the dashboard's socket; the connection is signed in already.
 */
export const chartHandlers = {
  async 'monitor:latest' (session, { monitorId }) {
    const monitor = await monitorOf(session.userId, Number(monitorId))
    return monitor && latest(monitor.id)
  }
}
