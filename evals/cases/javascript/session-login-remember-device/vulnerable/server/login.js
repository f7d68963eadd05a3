const { Router } = require('express');
const argon2 = require('argon2');
const users = require('./users');
const devices = require('./devices');
const { loginLimiter } = require('./limits');

const decoy = argon2.hash(require('node:crypto').randomBytes(16));

const router = Router();

router.post('/login', loginLimiter, async (req, res, next) => {
  try {
    const user = await users.findByName(String(req.body.username));
    const matches = await argon2.verify(user ? user.passwordHash : await decoy, String(req.body.password));
    if (!user || !matches) {
      return res.status(401).json({ error: 'invalid_credentials' });
    }
    const device = await devices.recognise(user.id, req.get('user-agent'));
    Object.assign(req.session, {
      userId: user.id,
      deviceId: device.id,
      loggedInAt: Date.now(),
    });
    res.json({ name: user.displayName, knownDevice: device.known });
  } catch (err) {
    next(err);
  }
});

router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => (err ? next(err) : res.sendStatus(204)));
});

module.exports = router;
