const { Driver, Vehicle } = require('../models');

class ProfileController {
  static async show(req, res) {
    const driver = await Driver.findByPk(req.session.driverId, {
      include: [{ model: Vehicle, as: 'vehicles' }],
    });
    return res.json(ProfileController.present(driver));
  }

  static async closeAccount(req, res) {
    await Driver.update({ closedAt: new Date() }, { where: { id: req.session.driverId } });
    req.session.destroy(() => res.status(204).end());
  }

  static async reopenAccount(req, res) {
    const driver = await Driver.findByPk(req.session.driverId);
    if (!driver.closedAt) {
      return res.status(409).json({ errors: ['The account is open'] });
    }
    await driver.update({ closedAt: null });
    return res.json(ProfileController.present(driver));
  }

  static present(driver) {
    const { id, displayName, bio, languages, smoking, pets, verified, rating } = driver;
    return { id, displayName, bio, languages, smoking, pets, verified, rating, vehicles: driver.vehicles || [] };
  }
}

module.exports = ProfileController;
