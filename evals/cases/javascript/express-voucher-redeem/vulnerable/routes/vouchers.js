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

router.post("/redeem", async (req, res, next) => {
  try {
    const { code } = req.body;
    if (!code) {
      return res.status(400).json({ error: "A voucher code is required" });
    }

    const vouchers = getDb().collection("vouchers");
    const voucher = await vouchers.findOneAndUpdate(
      { code, redeemedBy: null, expiresAt: { $gt: new Date() } },
      { $set: { redeemedBy: req.customer._id, redeemedAt: new Date() } },
      { returnDocument: "after" }
    );
    if (!voucher) {
      return res.status(404).json({ error: "This voucher is not valid" });
    }
    res.json(present(voucher));
  } catch (err) {
    next(err);
  }
});

module.exports = router;
