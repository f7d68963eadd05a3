import { openDoor } from '../lockers/doors.js';
import { Parcel } from './parcel.model.js';

export async function pickup(req, res, next) {
  try {
    const locker = String(req.body.locker);
    const code = String(req.body.code);
    const parcel = await Parcel.inLocker(locker, code);
    if (!parcel) {
      return res.status(404).json({ error: 'Wrong code' });
    }
    parcel.set({ state: 'collected', collectedAt: new Date() });
    await parcel.save();
    await openDoor(parcel.locker, parcel.compartment);
    return res.json({ compartment: parcel.compartment });
  } catch (err) {
    return next(err);
  }
}
