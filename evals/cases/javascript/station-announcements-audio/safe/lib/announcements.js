import { EventEmitter } from 'node:events'
import { db } from './db.js'
import { play } from './loudspeaker.js'
import { speak } from './speech.js'

export const board = new EventEmitter()

export async function announce ({ platform, text, language }, dispatcherId) {
  const [row] = await db('announcements')
    .insert({ platform, text, language, dispatcher_id: dispatcherId })
    .returning('*')
  board.emit('announcement', row)
  return row
}

board.on('announcement', async (row) => {
  try {
    await play(row.platform, await speak(row.text, row.language))
  } catch (err) {
    console.error('could not speak announcement', row.id, err)
  }
})
