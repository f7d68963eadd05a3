import type { FastifyPluginAsync } from 'fastify'
import { renderPage } from '../render/page'
import { renderApp } from '../render/app'
import { loadState } from './state'

export const timetable: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { stop: string } }>('/stops/:stop', async (req, reply) => {
    // departures, and the comments that passengers left at the stop
    const state = await loadState(app.db, req.params.stop)
    if (!state) return reply.callNotFound()

    return reply.type('text/html').send(
      renderPage(state, { title: state.stop.name, appHtml: renderApp(state) }),
    )
  })
}
