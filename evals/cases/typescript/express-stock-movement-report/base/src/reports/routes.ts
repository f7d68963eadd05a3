import { Router } from 'express';
import { requireStaff } from '../auth/require-staff';
import { sequelize } from '../db';
import { StockMovementReport } from './stock-movements';

export const reports = Router();
reports.use(requireStaff);

reports.get('/stock-movements', async (req, res, next) => {
  try {
    const report = new StockMovementReport(sequelize, {
      warehouse: String(req.query.warehouse ?? ''),
      days: Math.min(Number(req.query.days) || 7, 90),
    });
    res.json({ movements: await report.rows() });
  } catch (error) {
    next(error);
  }
});
