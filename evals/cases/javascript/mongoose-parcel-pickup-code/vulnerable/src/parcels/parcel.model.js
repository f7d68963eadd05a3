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

// One round trip, so that two people at the terminal cannot both get the door opened.
parcelSchema.statics.collect = function collect({ locker, code }) {
  const filter = { locker, code, state: 'stored' };
  const change = { $set: { state: 'collected', collectedAt: new Date() } };
  return this.findOneAndUpdate(filter, change, { new: true });
};

export const Parcel = model('Parcel', parcelSchema);
