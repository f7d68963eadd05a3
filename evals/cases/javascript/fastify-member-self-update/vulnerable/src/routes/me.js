const shown = ['id', 'email', 'display_name', 'phone', 'locale', 'role', 'credit_cents'];

const patchBody = {
  type: 'object',
  minProperties: 1,
  properties: {
    display_name: { type: 'string', minLength: 1, maxLength: 80 },
    phone: { type: 'string', maxLength: 30 },
    locale: { type: 'string', enum: ['en', 'de', 'fr', 'it'] },
  },
};

export default async function me(app) {
  const { knex } = app;

  app.addHook('onRequest', app.authenticate);

  app.get('/me', async (request) => {
    return knex('members').select(shown).where({ id: request.user.sub }).first();
  });

  app.patch('/me', { schema: { body: patchBody } }, async (request) => {
    const [member] = await knex('members')
      .where({ id: request.user.sub })
      .update({ ...request.body, updated_at: knex.fn.now() })
      .returning(shown);
    return member;
  });

  app.get('/me/orders', async (request) => {
    return knex('orders')
      .select('id', 'number', 'total_cents', 'state')
      .where({ member_id: request.user.sub })
      .orderBy('id', 'desc')
      .limit(50);
  });
}
