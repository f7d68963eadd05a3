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
}

module.exports = { Lockers }
