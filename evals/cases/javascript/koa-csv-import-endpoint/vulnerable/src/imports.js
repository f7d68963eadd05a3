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

async function readText(req) {
  const chunks = [];
  for await (const chunk of req) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

router.post('/contacts', async (ctx) => {
  ctx.assert(ctx.is('text/csv'), 415);
  const contacts = parseContacts(await readText(ctx.req));
  const { id } = await ctx.imports.create(ctx.state.user.teamId, contacts);
  ctx.status = 202;
  ctx.body = { id, contacts: contacts.length };
});

router.get('/', async (ctx) => {
  ctx.body = await ctx.imports.latest(ctx.state.user.teamId, 20);
});

export default router;
