const mongoose = require('mongoose')

const schema = new mongoose.Schema({
  number: { type: String, unique: true },
  phone: String,
  code: String,
  shelf: String,
  arrivedAt: Date,
  handedOutAt: Date
})

const Parcel = mongoose.model('Parcel', schema)

exports.arrived = function arrived (since) {
  return Parcel.find({ arrivedAt: { $gte: since }, handedOutAt: null }).lean()
}

exports.claim = async function claim (phone, code) {
  const parcel = await Parcel.findOne({ phone, code, handedOutAt: null })
  if (!parcel) return null
  parcel.handedOutAt = new Date()
  await parcel.save()
  return { number: parcel.number, shelf: parcel.shelf }
}
