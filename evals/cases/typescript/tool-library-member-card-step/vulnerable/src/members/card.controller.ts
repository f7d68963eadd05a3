import type { NextFunction, Request, Response } from 'express'
import { ValidationError } from 'sequelize'
import { Member } from './member.model'

export class CardController {
  show = async (req: Request, res: Response, next: NextFunction) => {
    try {
      res.json(await this.current(req))
    } catch (err) {
      next(err)
    }
  }

  edit = async (req: Request, res: Response, next: NextFunction) => {
    try {
      const member = await this.current(req)
      await member.update(req.body)
      res.json(member)
    } catch (err) {
      if (err instanceof ValidationError) {
        res.status(422).json({ fields: err.errors.map((e) => e.path) })
        return
      }
      next(err)
    }
  }

  private current(req: Request) {
    return Member.findByPk(req.session.memberId, { rejectOnEmpty: true })
  }
}
