import { Router } from 'express';
import { requireStaff } from '../auth/require-staff';
import { sequelize } from '../db';
import { StockMovementReport } from './stock-movements';

export const reports = Router();
reports.use(requireStaff);

const list = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String));

reports.get('/stock-movements', async (req, res, next) => {
  try {
    const report = new StockMovementReport(sequelize, {
      warehouse: String(req.query.warehouse ?? ''),
      days: Math.min(Number(req.query.days) || 7, 90),
      reasons: list(req.query.reason).slice(0, 10),
    });
    res.json({ movements: await report.rows() });
  } catch (error) {
    next(error);
  }
});
