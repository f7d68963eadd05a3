const express = require("express");
const session = require("express-session");
const helmet = require("helmet");

const { sessionStore } = require("./session-store");
const { requireLogin } = require("./auth");
const accountRouter = require("./routes/account");

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

app.use("/account", requireLogin, accountRouter);

module.exports = app;
