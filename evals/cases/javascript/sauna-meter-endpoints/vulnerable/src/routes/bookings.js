export async function bookingRoutes (app) {
  app.get('/', async req => app.store.bookingsOf(req.member.id))

  app.delete('/:id', async (req, reply) => {
    const gone = await app.store.cancel(req.params.id, req.member.id)
    return reply.code(gone ? 204 : 404).send()
  })
}
