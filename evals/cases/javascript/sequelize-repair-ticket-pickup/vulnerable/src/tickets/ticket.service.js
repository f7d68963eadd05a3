const { Ticket, TicketNote } = require('../models')

class NotFound extends Error {
  constructor () {
    super('ticket not found')
    this.status = 404
  }
}

class TicketService {
  async listFor (customerId) {
    return Ticket.findAll({ where: { customerId }, order: [['createdAt', 'DESC']] })
  }

  async show (customerId, id) {
    const ticket = await Ticket.findOne({ where: { id, customerId }, include: [TicketNote] })
    if (!ticket) throw new NotFound()
    return ticket
  }

  async reschedule (id, date) {
    const ticket = await Ticket.findByPk(id)
    if (!ticket) throw new NotFound()
    if (ticket.state === 'handed-over') {
      throw Object.assign(new Error('already handed over'), { status: 409 })
    }
    return ticket.update({ pickupOn: date })
  }
}

module.exports = new TicketService()
