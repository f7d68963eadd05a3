import mqtt from 'mqtt'
import { findLocker, saveReport } from './lockers.mjs'
import { logger } from './logger.mjs'

const TOPIC = 'lockers/+/report'

export function startConsumer(config) {
  const client = mqtt.connect(config.brokerUrl, {
    username: config.username,
    password: config.password,
  })

  client.on('connect', () => client.subscribe(TOPIC, { qos: 1 }))
  client.on('message', (topic, payload) => {
    handle(topic, payload).catch(err => logger.error({ err, topic }, 'report not stored'))
  })
  return () => client.endAsync()
}

async function handle(topic, payload) {
  const serial = topic.split('/')[1]
  const locker = await findLocker(serial)
  if (!locker) {
    logger.warn({ serial }, 'unknown locker')
    return
  }
  const report = JSON.parse(payload.toString('utf8'))
  await saveReport(locker.id, report)
}
