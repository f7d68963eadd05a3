const { Router } = require('express');

const shifts = require('../db/shifts');

const router = Router();

const WEEK = /^\d{4}-W\d{2}$/;

function toEntry(shift) {
  const hours = (shift.endedAt - shift.startedAt) / 3_600_000;
  return {
    worker: shift.workerName,
    payrollNumber: shift.payrollNumber,
    field: shift.fieldName,
    hours: Math.round(hours * 4) / 4,
  };
}

// GET /api/exports/roster?week=2024-W31
router.get('/roster', async (req, res, next) => {
  const { week } = req.query;
  if (typeof week !== 'string' || !WEEK.test(week)) {
    return res.status(400).json({ error: 'week is expected as 2024-W31' });
  }
  try {
    const rows = await shifts.finishedInWeek(week);
    res.set('Cache-Control', 'no-store');
    res.json({ week, entries: rows.map(toEntry) });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
