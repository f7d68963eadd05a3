export default async function readings(app) {
  app.addHook('onRequest', app.authenticate);

  app.get('/sensors/:id/readings', async (request, reply) => {
    const sensor = await app.sensors.ofTenant(request.user.tenantId, request.params.id);
    if (!sensor) return reply.code(404).send();
    const { from, to, bucket } = request.query;
    return app.readings.series(sensor.id, new Date(from), new Date(to), bucket);
  });
}
