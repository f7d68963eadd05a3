const { Router } = require('express');
const mongoose = require('mongoose');
const { requireMember } = require('./auth');

const memberSchema = new mongoose.Schema(
  {
    email: { type: String, required: true, unique: true },
    displayName: { type: String, maxlength: 80 },
    bio: { type: String, maxlength: 500 },
    timezone: { type: String, default: 'UTC' },
    role: { type: String, enum: ['member', 'moderator', 'admin'], default: 'member' },
    plan: { type: String, enum: ['free', 'team', 'business'], default: 'free' },
    credits: { type: Number, default: 0 },
  },
  { timestamps: true },
);

const Member = mongoose.model('Member', memberSchema);

const router = Router();
router.use(requireMember);

const view = ({ id, displayName, bio, timezone, role, plan, credits }) => ({
  id, displayName, bio, timezone, role, plan, credits,
});

router.get('/me', async (req, res, next) => {
  try {
    const me = await Member.findById(req.memberId).orFail();
    res.json(view(me));
  } catch (err) {
    next(err);
  }
});

router.patch('/me', async (req, res, next) => {
  try {
    const me = await Member.findById(req.memberId).orFail();
    const changes = req.body;
    me.set(changes);
    await me.save();
    res.json(view(me));
  } catch (err) {
    if (err instanceof mongoose.Error.ValidationError) {
      return res.status(422).json({ fields: Object.keys(err.errors) });
    }
    next(err);
  }
});

module.exports = { router, Member };
