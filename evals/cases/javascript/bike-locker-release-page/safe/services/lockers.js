class Lockers {
  /** @param {import('mongodb').Db} db */
  constructor (db, bus) {
    this.bookings = db.collection('bookings')
    this.bus = bus
  }

  async free (station) {
    const taken = await this.bookings.distinct('locker', { station, releasedAt: null })
    return { station, taken: taken.length }
  }

  /** Opens the door when somebody has booked it with that code. */
  async release (number, code) {
    const booking = await this.bookings.findOneAndUpdate(
      { locker: number, code, releasedAt: null },
      { $set: { releasedAt: new Date() } },
      { returnDocument: 'after' }
    )
    if (!booking) return false
    this.bus.emit('door', { locker: booking.locker, open: true })
    return true
  }
}

module.exports = { Lockers }
