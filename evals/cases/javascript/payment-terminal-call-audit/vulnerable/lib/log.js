import pino from 'pino'

// Shipped to the log service by the sidecar, kept for 90 days.
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { service: 'checkout' }
})
