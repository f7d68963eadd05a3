const createError = require('http-errors');
const { isValidObjectId } = require('mongoose');
const Invoice = require('../models/invoice');

const LIST_FIELDS = 'number issuedOn dueOn total status owner';

const asyncHandler = (fn) => (req, res, next) => fn(req, res, next).catch(next);

exports.list = asyncHandler(async (req, res) => {
  const filter = { practice: req.user.practice };
  if (['open', 'paid', 'void'].includes(req.query.status)) {
    filter.status = req.query.status;
  }
  const invoices = await Invoice.find(filter)
    .select(LIST_FIELDS)
    .sort({ issuedOn: -1 })
    .limit(200)
    .lean();
  res.json(invoices);
});

exports.detail = asyncHandler(async (req, res) => {
  if (!isValidObjectId(req.params.id)) {
    throw createError(404);
  }
  const invoice = await Invoice.findOne({
    _id: req.params.id,
    practice: req.user.practice,
  }).lean();
  if (!invoice) {
    throw createError(404);
  }
  res.json(invoice);
});

exports.markVoid = asyncHandler(async (req, res) => {
  if (!isValidObjectId(req.params.id)) {
    throw createError(404);
  }
  const invoice = await Invoice.findOneAndUpdate(
    { _id: req.params.id, practice: req.user.practice, status: 'open' },
    { status: 'void', voidedBy: req.user.id },
    { new: true },
  );
  if (!invoice) {
    throw createError(409, 'Only open invoices can be made void');
  }
  res.json(invoice);
});
