import { EventEmitter } from 'node:events'
import { db } from './db.js'

export const board = new EventEmitter()

export async function announce ({ platform, text, language }, dispatcherId) {
  const [row] = await db('announcements')
    .insert({ platform, text, language, dispatcher_id: dispatcherId })
    .returning('*')
  board.emit('announcement', row)
  return row
}
