'use strict'

const express = require('express')
const { isValidObjectId } = require('mongoose')
const Board = require('../models/board')
const Card = require('../models/card')
const { requireLogin } = require('../middleware/session')
const loadCard = require('../middleware/load-card')

const router = express.Router()

router.use(requireLogin)

const wrap = handler => (req, res, next) => handler(req, res).catch(next)

router.get('/:cardId', loadCard, (req, res) => {
  res.json(req.card)
})

router.patch('/:cardId', loadCard, wrap(async (req, res) => {
  const { card, body } = req
  if (typeof body.title === 'string') card.title = body.title.slice(0, 200)
  if (typeof body.done === 'boolean') card.done = body.done
  await card.save()
  res.json(card)
}))

router.post('/:cardId/move', loadCard, wrap(async (req, res) => {
  const { card } = req
  const { boardId } = req.body
  if (typeof boardId !== 'string' || !isValidObjectId(boardId)) {
    return res.status(400).json({ error: 'boardId is not valid' })
  }

  const board = await Board.findOne({ _id: boardId, members: req.user._id })
  if (!board) return res.status(404).json({ error: 'No such board' })

  // goes to the end of the new board
  card.position = await Card.countDocuments({ board: boardId })
  card.board = boardId
  await card.save()
  res.json(card)
}))

router.delete('/:cardId', loadCard, wrap(async (req, res) => {
  await req.card.deleteOne()
  res.sendStatus(204)
}))

module.exports = router
