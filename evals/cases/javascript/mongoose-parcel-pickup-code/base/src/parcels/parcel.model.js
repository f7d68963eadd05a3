import { Schema, model } from 'mongoose';

const parcelSchema = new Schema(
  {
    locker: { type: String, required: true },
    code: { type: String, required: true, select: false },
    state: { type: String, enum: ['stored', 'collected', 'returned'], default: 'stored' },
    compartment: Number,
    collectedAt: Date,
  },
  { timestamps: true },
);

parcelSchema.index({ locker: 1, code: 1 });

parcelSchema.statics.inLocker = function inLocker(locker, code) {
  return this.findOne({ locker, code, state: 'stored' });
};

export const Parcel = model('Parcel', parcelSchema);
