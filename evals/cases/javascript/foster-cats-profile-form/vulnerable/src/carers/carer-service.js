import { Carer } from './carer.js'
import { NotFound } from '../errors.js'

export class CarerService {
  async profile (id) {
    const carer = await Carer.findById(id)
    if (!carer) throw new NotFound('carer')
    return carer
  }

  approvedIn (town) {
    return Carer.find({ town: String(town), approved: true }).select('name town rooms').lean()
  }

  async edit (id, changes) {
    const carer = await this.profile(id)
    Object.assign(carer, changes)
    await carer.save()
    return carer
  }
}
