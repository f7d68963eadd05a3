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
