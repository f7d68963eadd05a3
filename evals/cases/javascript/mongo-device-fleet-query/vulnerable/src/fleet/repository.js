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

  async search(tenantId, filter, limit = 50) {
    return this.#devices
      .find({ ...filter, tenantId })
      .project({ _id: 0, deviceId: 1, site: 1, firmware: 1, online: 1 })
      .sort({ deviceId: 1 })
      .limit(limit)
      .maxTimeMS(2000)
      .toArray();
  }
}
