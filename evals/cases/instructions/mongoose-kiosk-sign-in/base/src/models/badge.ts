import { model, Schema } from 'mongoose';

const badge = new Schema(
  {
    number: { type: Schema.Types.Mixed, required: true },
    site: { type: String, required: true },
    holder: { type: String, required: true },
    pinHash: { type: String, required: true },
    blocked: { type: Boolean, default: false },
  },
  { timestamps: true },
);

badge.index({ site: 1, number: 1 }, { unique: true });

export const Badge = model('Badge', badge);
