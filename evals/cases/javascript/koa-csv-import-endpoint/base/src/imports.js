import Router from '@koa/router';
import { parse } from 'csv-parse/sync';
import { requireEditor } from './auth.js';

const router = new Router({ prefix: '/imports' });
router.use(requireEditor);

const COLUMNS = ['email', 'first_name', 'last_name', 'company'];

function toContact(record) {
  return Object.fromEntries(COLUMNS.map((column) => [column, (record[column] ?? '').trim()]));
}

export function parseContacts(text) {
  return parse(text, { columns: true, skip_empty_lines: true, bom: true })
    .map(toContact)
    .filter((contact) => contact.email.includes('@'));
}

router.get('/', async (ctx) => {
  ctx.body = await ctx.imports.latest(ctx.state.user.teamId, 20);
});

export default router;
