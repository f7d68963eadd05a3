import express from 'express'
import { requireEditor } from '../auth/require-editor.js'
import { listHooks, saveHook } from './hooks.js'
import { testHook } from './test-hook.js'

export const hooks = express.Router()
hooks.use(requireEditor, express.json())

hooks.get('/', listHooks)
hooks.post('/', saveHook)
hooks.post('/test', testHook)
