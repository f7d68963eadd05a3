import { Schema, model } from 'mongoose';

const gardenerSchema = new Schema(
  {
    email: { type: String, required: true, unique: true, lowercase: true },
    passwordHash: { type: String, required: true },
    plot: { type: Number },
    resetToken: { type: String, index: true, sparse: true },
    resetExpires: Date,
  },
  { timestamps: true },
);

export const GardenerModel = model('Gardener', gardenerSchema);
