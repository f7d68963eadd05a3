'use strict'

const { isValidObjectId } = require('mongoose')
const Card = require('../models/card')
const Board = require('../models/board')

// puts the card on req.card if the user is a member of its board
module.exports = async function loadCard (req, res, next) {
  try {
    const { cardId } = req.params
    if (!isValidObjectId(cardId)) return res.sendStatus(404)

    const card = await Card.findById(cardId)
    const visible = card && await Board.exists({ _id: card.board, members: req.user._id })
    if (!visible) return res.sendStatus(404)

    req.card = card
    next()
  } catch (err) {
    next(err)
  }
}
