const { Router } = require("express");
const { csrfSync } = require("csrf-sync");

const accounts = require("../accounts");

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: (req) => req.body["_csrf"],
});

const router = Router();

router.use(csrfSynchronisedProtection);
router.use((req, res, next) => {
  res.locals.csrf = generateToken(req);
  next();
});

router.get("/", async (req, res) => {
  res.render("account", { account: await accounts.find(req.session.userId) });
});

router.post("/email", async (req, res) => {
  await accounts.changeEmail(req.session.userId, String(req.body.email));
  res.redirect("/account");
});

router.post("/close", async (req, res) => {
  await accounts.close(req.session.userId);
  res.redirect("/goodbye");
});

module.exports = router;
