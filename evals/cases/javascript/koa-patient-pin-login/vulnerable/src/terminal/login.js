import Router from '@koa/router';
import argon2 from 'argon2';
import { issueTerminalSession } from './sessions.js';

/** Login at the terminal in the waiting room: card and PIN. */
export function terminalLogin({ patients, audit }) {
  const router = new Router({ prefix: '/terminal' });

  router.post('/sessions', async (ctx) => {
    const { cardNo, pin, terminal } = ctx.request.body;
    ctx.assert(/^\d{10}$/.test(cardNo) && /^\d{4}$/.test(pin), 422, 'card number and PIN please');

    const patient = await patients.byCard(cardNo);
    const ok = patient && await argon2.verify(patient.pinHash, pin);
    await audit.record('terminal.login', { patientId: patient?.id, terminal: Number(terminal), ok: Boolean(ok) });
    ctx.assert(ok, 401, 'wrong PIN');

    ctx.status = 201;
    ctx.body = {
      token: await issueTerminalSession(patient.id),
      name: patient.firstName,
    };
  });

  return router;
}
