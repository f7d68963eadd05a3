import express from 'express'
import { loggedIn, registrar } from '../auth/gates.js'
import * as handlers from './handlers.js'

export const rosters = express.Router()

rosters.use(loggedIn)

// every member sees names and numbers on the ice
rosters.get('/', handlers.list)
rosters.get('/export.csv', registrar, handlers.exportCsv)
rosters.get('/contacts', registrar, handlers.contacts)
rosters.post('/players', registrar, express.json(), handlers.addPlayer)
