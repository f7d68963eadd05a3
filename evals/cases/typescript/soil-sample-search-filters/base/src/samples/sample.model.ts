import { model, Schema, Types } from 'mongoose';

export interface SampleFields {
  farm: Types.ObjectId;
  number: number;
  field: string;
  crop?: string;
  depthCm: number;
  ph?: number;
  takenAt: Date;
}

const sampleSchema = new Schema<SampleFields>({
  farm: { type: Schema.Types.ObjectId, ref: 'Farm', required: true, index: true },
  number: { type: Number, required: true },
  field: { type: String, required: true, trim: true },
  crop: { type: String, trim: true },
  depthCm: { type: Number, required: true, min: 0 },
  ph: { type: Number, min: 0, max: 14 },
  takenAt: { type: Date, required: true },
});

sampleSchema.index({ farm: 1, number: 1 }, { unique: true });

export const Sample = model<SampleFields>('Sample', sampleSchema);
