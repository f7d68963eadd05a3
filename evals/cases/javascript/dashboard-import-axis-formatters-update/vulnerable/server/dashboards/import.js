import express, { Router } from 'express'
import { requireEditor } from '../auth.js'
import { renderPreview } from '../charts/preview.js'
import { saveDashboard } from './store.js'
import { DashboardFormatError, parseDashboard } from './revive.js'

export const importRouter = Router()

importRouter.post(
  '/dashboards/import',
  requireEditor,
  express.text({ type: 'application/json', limit: '512kb' }),
  async (req, res, next) => {
    try {
      const dashboard = parseDashboard(req.body)
      const preview = await renderPreview(dashboard)
      const { id } = await saveDashboard(req.user.teamId, req.body, preview)
      res.status(201).json({ id })
    } catch (err) {
      if (err instanceof DashboardFormatError) {
        return res.status(422).json({ error: err.message })
      }
      next(err)
    }
  },
)
