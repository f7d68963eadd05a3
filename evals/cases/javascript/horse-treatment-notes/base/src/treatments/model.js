import mongoose, { Schema } from 'mongoose';

const schema = new Schema({
  stable: { type: Schema.Types.ObjectId, ref: 'Stable', required: true, index: true },
  horse: { type: Schema.Types.ObjectId, ref: 'Horse', required: true },
  vet: { type: Schema.Types.ObjectId, ref: 'Vet' },
  drug: { type: String, required: true },
  dose: String,
  notes: String,
  givenAt: Date,
});

export const Treatment = mongoose.model('Treatment', schema);
