var express = require('express');
var session = require('express-session');
var RedisStore = require('connect-redis')(session);
var csrf = require('csurf');
var helmet = require('helmet');
var config = require('./config');
var requireLogin = require('./middleware/require-login');
var requireRole = require('./middleware/require-role');
var shop = require('./routes/shop');
var backoffice = require('./routes/backoffice');

var app = express();

app.set('view engine', 'ejs');
app.use(helmet());
app.use(express.urlencoded({ extended: false, limit: '50kb' }));
app.use(session({
  store: new RedisStore({ client: config.redis }),
  name: 'sid',
  secret: config.sessionSecret,
  resave: false,
  saveUninitialized: false,
  cookie: { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 8 * 3600 * 1000 }
}));
app.use(csrf());

app.use('/', shop);
app.use('/backoffice', requireLogin, requireRole('backoffice'), backoffice);

app.use(function (req, res) {
  res.status(404).render('errors/404');
});

app.use(function (err, req, res, next) {
  req.log.error(err);
  res.status(err.status || 500).render('errors/500');
});

module.exports = app;
