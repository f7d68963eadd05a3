'use strict'

const mqtt = require('mqtt')
const Printer = require('./printer')
const config = require('./config')

const printer = new Printer(config.printQueue)
const client = mqtt.connect(config.broker, config.credentials)

client.on('connect', function () {
  client.subscribe('warehouse/+/labels', { qos: 1 })
})

client.on('message', function (topic, payload) {
  let label
  try {
    label = JSON.parse(payload.toString('utf8'))
  } catch (err) {
    return console.warn('skipping a message that is not JSON on %j', topic)
  }
  if (typeof label.title !== 'string' || typeof label.body !== 'string') return

  printer.print(label, function (err) {
    if (err) console.error('could not print: %s', err.code)
  })
})
