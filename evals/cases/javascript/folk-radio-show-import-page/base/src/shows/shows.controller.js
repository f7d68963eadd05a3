const shows = require('./shows.model');

exports.create = async (ctx) => {
  const { title } = ctx.request.body;
  ctx.assert(typeof title === 'string' && title.trim(), 422, 'A show needs a title');
  ctx.status = 201;
  ctx.body = await shows.create({ title: title.trim(), hostId: ctx.state.host.id });
};
