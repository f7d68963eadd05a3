import Router from '@koa/router';

import { requireEmployee } from '../auth/middleware';
import { listPayslips, openPayslip } from './storage';

export const payroll = new Router({ prefix: '/payroll' });

payroll.use(requireEmployee);

payroll.get('/payslips', async (ctx) => {
  ctx.body = await listPayslips(ctx.state.employee.id);
});

payroll.get('/payslips/:name', async (ctx) => {
  const stream = await openPayslip(ctx.state.employee.id, ctx.params.name);
  if (!stream) {
    ctx.throw(404);
  }
  ctx.attachment('payslip.pdf');
  ctx.type = 'application/pdf';
  ctx.body = stream;
});

payroll.get('/holidays', async (ctx) => {
  const { left, taken } = ctx.state.employee.holidays;
  ctx.body = { left, taken };
});
