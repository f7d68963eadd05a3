import { Router } from 'express';

import { requireUser } from '../middleware/auth.js';
import { asyncRoute } from '../middleware/async-route.js';
import { getContract, listContracts, searchContracts } from '../services/contracts.js';

export const contracts = Router();

contracts.use(requireUser);

contracts.get('/', asyncRoute(async (req, res) => {
  res.json(await listContracts(req.user.companyId));
}));

contracts.get('/search', asyncRoute(async (req, res) => {
  const { q = '', year } = req.query;
  if (typeof q !== 'string' || q.trim().length < 2) {
    return res.status(400).json({ error: 'Please type at least two characters.' });
  }
  return res.json(await searchContracts(req.user.companyId, { text: q.trim(), year }));
}));

contracts.get('/:id(\\d+)', asyncRoute(async (req, res) => {
  const contract = await getContract(req.user.companyId, Number(req.params.id));
  return contract ? res.json(contract) : res.sendStatus(404);
}));
