const { Router } = require("express");

const accounts = require("../accounts");

const router = Router();

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
