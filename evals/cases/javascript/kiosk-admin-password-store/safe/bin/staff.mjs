#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { password as askPassword } from '@inquirer/prompts'
import { openDatabase } from '../lib/database.mjs'
import { seal } from '../lib/kdf.mjs'

const { positionals: [command, login] } = parseArgs({ allowPositionals: true })

const commands = {
  async add (db) {
    const secret = await askPassword({ message: 'Password', validate: s => s.length >= 12 || 'at least 12 characters' })
    db.prepare('INSERT INTO staff (login, secret) VALUES (?, ?)').run(login, await seal(secret))
  },
  async remove (db) {
    db.prepare('DELETE FROM staff WHERE login = ?').run(login)
  }
}

if (!login || !Object.hasOwn(commands, command)) {
  console.error('usage: staff add|remove LOGIN')
  process.exit(64)
}

const db = openDatabase()
await commands[command](db)
db.close()
