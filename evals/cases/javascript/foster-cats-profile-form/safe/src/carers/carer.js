import mongoose from 'mongoose'

const schema = new mongoose.Schema({
  name: { type: String, required: true, trim: true, maxlength: 80 },
  email: { type: String, required: true, unique: true },
  passwordHash: { type: String, required: true, select: false },
  town: String,
  phone: String,
  about: { type: String, maxlength: 2000 },
  rooms: { type: Number, min: 0, max: 20 },
  role: { type: String, enum: ['carer', 'coordinator', 'vet'], default: 'carer' },
  approved: { type: Boolean, default: false }
}, { timestamps: true })

export const Carer = mongoose.model('Carer', schema)
