import mongoose from 'mongoose'

const kioskSchema = new mongoose.Schema(
  {
    serial: { type: String, required: true, unique: true },
    pairingCode: { type: String, default: null, index: true },
    venue: { type: mongoose.Schema.Types.ObjectId, ref: 'Venue', default: null },
    tokenHash: { type: String, default: null }
  },
  { timestamps: true }
)

export const Kiosk = mongoose.model('Kiosk', kioskSchema)
