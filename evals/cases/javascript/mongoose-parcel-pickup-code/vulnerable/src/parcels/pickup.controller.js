import { openDoor } from '../lockers/doors.js';
import { Parcel } from './parcel.model.js';

export async function pickup(req, res, next) {
  try {
    const parcel = await Parcel.collect(req.body);
    if (!parcel) {
      return res.status(404).json({ error: 'Wrong code' });
    }
    await openDoor(parcel.locker, parcel.compartment);
    return res.json({ compartment: parcel.compartment });
  } catch (err) {
    return next(err);
  }
}
