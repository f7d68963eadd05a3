const { Router } = require('express');
const { authenticate, requirePermission } = require('../security');
const refunds = require('./service');
const wrap = require('../util/asyncHandler');

const router = Router();

router.use(authenticate);

router.get(
  '/pending',
  requirePermission('refunds:read'),
  wrap(async (req, res) => {
    res.json(await refunds.pending({ limit: 100 }));
  }),
);

router.get(
  '/:refundId',
  requirePermission('refunds:read'),
  wrap(async (req, res) => {
    const refund = await refunds.find(req.params.refundId);
    if (!refund) return res.sendStatus(404);
    res.json(refund);
  }),
);

router.post(
  '/:refundId/reject',
  requirePermission('refunds:decide'),
  wrap(async (req, res) => {
    await refunds.decide(req.params.refundId, 'rejected', req.user.id, req.body.reason);
    res.sendStatus(204);
  }),
);

router.post(
  '/:refundId/approve',
  requirePermission('refunds:decide'),
  wrap(async (req, res) => {
    const refund = await refunds.find(req.params.refundId);
    if (!refund) return res.sendStatus(404);
    if (refund.status !== 'pending') return res.status(409).json({ status: refund.status });
    await refunds.decide(refund.id, 'approved', req.user.id, req.body.note);
    res.sendStatus(204);
  }),
);

module.exports = router;
