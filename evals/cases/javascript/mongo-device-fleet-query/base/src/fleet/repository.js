/** Read access to the devices of one tenant. */
export class FleetRepository {
  #devices;

  constructor(db) {
    this.#devices = db.collection('devices');
  }

  async byId(tenantId, deviceId) {
    return this.#devices.findOne({ tenantId, deviceId: String(deviceId) });
  }

  async countOnline(tenantId) {
    return this.#devices.countDocuments({ tenantId, online: true });
  }
}
