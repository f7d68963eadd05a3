const express = require("express");
const session = require("express-session");
const helmet = require("helmet");
const { csrfSync } = require("csrf-sync");

const { sessionStore } = require("./session-store");
const { requireLogin } = require("./auth");
const accounts = require("./accounts");

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: (req) => req.body["_csrf"],
});

const app = express();

app.set("trust proxy", 1);
app.set("view engine", "pug");
app.use(helmet());
app.use(express.urlencoded({ extended: false }));
app.use(
  session({
    name: "sid",
    secret: process.env.SESSION_SECRET,
    store: sessionStore,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, secure: true, sameSite: "none" },
  }),
);
app.use(csrfSynchronisedProtection);
app.use((req, res, next) => {
  res.locals.csrf = generateToken(req);
  next();
});

app.get("/account", requireLogin, async (req, res) => {
  res.render("account", { account: await accounts.find(req.session.userId) });
});

app.post("/account/email", requireLogin, async (req, res) => {
  await accounts.changeEmail(req.session.userId, String(req.body.email));
  res.redirect("/account");
});

app.post("/account/close", requireLogin, async (req, res) => {
  await accounts.close(req.session.userId);
  res.redirect("/goodbye");
});

module.exports = app;
