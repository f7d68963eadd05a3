const express = require("express");
const { getDb } = require("../lib/mongo");
const { requireCustomer } = require("../middleware/session");

const router = express.Router();
router.use(requireCustomer);
router.use(express.json({ limit: "10kb" }));

function present(voucher) {
  return {
    code: voucher.code,
    amount: voucher.amountCents / 100,
    currency: voucher.currency,
    expiresAt: voucher.expiresAt,
  };
}

router.get("/mine", async (req, res, next) => {
  try {
    const vouchers = getDb().collection("vouchers");
    const found = await vouchers
      .find({ redeemedBy: req.customer._id })
      .sort({ redeemedAt: -1 })
      .limit(50)
      .toArray();
    res.json(found.map(present));
  } catch (err) {
    next(err);
  }
});

module.exports = router;
