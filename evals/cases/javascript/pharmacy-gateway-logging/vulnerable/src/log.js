import pino from 'pino'

export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  redact: ['req.headers.authorization', 'req.headers.cookie'],
  serializers: { err: pino.stdSerializers.err },
})
