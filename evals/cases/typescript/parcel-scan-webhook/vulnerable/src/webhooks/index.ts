import express, { Router } from 'express';
import { config } from '../config';
import { recordScan } from '../parcels';
import { signedBy } from './signature';

export const webhooks = Router();

webhooks.post(
  '/scans',
  express.raw({ type: 'application/json', limit: '32kb' }),
  signedBy(config.scanKeys),
  async (req, res, next) => {
    try {
      const { parcel, station, at } = JSON.parse((req.body as Buffer).toString('utf8'));
      await recordScan(String(parcel), String(station), new Date(at));
      res.sendStatus(204);
    } catch (err) {
      next(err);
    }
  },
);
