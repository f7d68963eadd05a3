const { readFile } = require('fs/promises');
const { join } = require('path');
const Boom = require('@hapi/boom');
const Joi = require('joi');

const TEXTS = join(__dirname, '..', 'texts');
const tag = Joi.string().regex(/^[a-z]{2,8}$/);

const query = Joi.object({
  unit: Joi.number().integer().min(1).max(60).required(),
  lang: tag.required(),
  dialect: tag,
});

async function lessonText(request, h) {
  const { unit, lang, dialect } = request.query;
  const locale = dialect ? `${lang}-${dialect}` : lang;
  const file = join(TEXTS, locale, `${unit}.md`);
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (err) {
    if (err.code === 'ENOENT') {
      throw Boom.notFound();
    }
    throw err;
  }
  return h.response(text).type('text/markdown');
}

exports.plugin = {
  name: 'lessons',
  register(server) {
    server.route({
      method: 'GET',
      path: '/lessons/text',
      options: { auth: 'learner', validate: { query } },
      handler: lessonText,
    });

    server.route({
      method: 'GET',
      path: '/lessons/units',
      options: { auth: 'learner' },
      handler: () => Array.from({ length: 60 }, (_, i) => ({ unit: i + 1 })),
    });
  },
};
