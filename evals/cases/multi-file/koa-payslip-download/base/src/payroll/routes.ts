import Router from '@koa/router';

import { requireEmployee } from '../auth/middleware';
import { listPayslips } from './storage';

export const payroll = new Router({ prefix: '/payroll' });

payroll.use(requireEmployee);

payroll.get('/payslips', async (ctx) => {
  ctx.body = await listPayslips(ctx.state.employee.id);
});

payroll.get('/holidays', async (ctx) => {
  const { left, taken } = ctx.state.employee.holidays;
  ctx.body = { left, taken };
});
