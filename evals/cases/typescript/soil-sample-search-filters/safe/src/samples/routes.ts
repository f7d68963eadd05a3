import { Router } from 'express';

import { requireFarmer } from '../auth/require-farmer';
import { getSample, searchSamples } from './search';

export const sampleRoutes = Router()
  .use(requireFarmer)
  .get('/:number', getSample)
  .post('/search', searchSamples);
