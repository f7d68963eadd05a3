'use strict'

const { Pool } = require('pg')

module.exports = new Pool({ max: 8, application_name: 'brewlog' })
