const shown = ['id', 'email', 'display_name', 'phone', 'locale', 'role', 'credit_cents'];

export default async function me(app) {
  const { knex } = app;

  app.addHook('onRequest', app.authenticate);

  app.get('/me', async (request) => {
    return knex('members').select(shown).where({ id: request.user.sub }).first();
  });

  app.put('/me/display-name', async (request, reply) => {
    const name = String(request.body.displayName ?? '').trim();
    if (!name || name.length > 80) {
      return reply.code(422).send({ message: 'a name has 1 to 80 characters' });
    }
    await knex('members').where({ id: request.user.sub }).update({ display_name: name });
    return reply.code(204).send();
  });

  app.get('/me/orders', async (request) => {
    return knex('orders')
      .select('id', 'number', 'total_cents', 'state')
      .where({ member_id: request.user.sub })
      .orderBy('id', 'desc')
      .limit(50);
  });
}
