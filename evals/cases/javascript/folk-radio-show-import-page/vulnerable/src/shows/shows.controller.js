const shows = require('./shows.model');
const { readFeed, FeedError } = require('./feed-reader');

exports.create = async (ctx) => {
  const { title } = ctx.request.body;
  ctx.assert(typeof title === 'string' && title.trim(), 422, 'A show needs a title');
  ctx.status = 201;
  ctx.body = await shows.create({ title: title.trim(), hostId: ctx.state.host.id });
};

exports.importFeed = async (ctx) => {
  const { feed } = ctx.request.body;
  ctx.assert(typeof feed === 'string' && URL.canParse(feed), 422, 'Not an address');
  try {
    const { title, episodes } = await readFeed(feed);
    ctx.status = 201;
    ctx.body = await shows.createWithEpisodes({ title, hostId: ctx.state.host.id }, episodes);
  } catch (err) {
    if (err instanceof FeedError) ctx.throw(422, err.message);
    throw err;
  }
};
