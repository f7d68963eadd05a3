import { Client } from '@elastic/elasticsearch';
import { Router } from 'express';
import { config } from './config.mjs';
import { SearchFailed } from './middleware/errors.mjs';

const client = new Client({ node: config.elastic.node, auth: { apiKey: config.elastic.apiKey } });

export const search = Router();

search.get('/specimens', async (req, res, next) => {
  const text = typeof req.query.q === 'string' ? req.query.q.slice(0, 200) : '';
  try {
    const { hits } = await client.search({
      index: 'specimens',
      size: 40,
      query: { multi_match: { query: text, fields: ['taxon^3', 'collector', 'locality'] } },
    });
    res.json({ total: hits.total.value, specimens: hits.hits.map((hit) => ({ id: hit._id, ...hit._source })) });
  } catch (err) {
    next(new SearchFailed(err));
  }
});
