const compression = require('compression');
const express = require('express');
const helmet = require('helmet');
const morgan = require('morgan');

const { requireStaff } = require('./middleware/require-staff');
const sessions = require('./middleware/sessions');
const fieldsRouter = require('./routes/fields');
const loginRouter = require('./routes/login');
const shiftsRouter = require('./routes/shifts');

function createApp() {
  const app = express();

  app.disable('x-powered-by');
  app.use(helmet());
  app.use(morgan('combined'));
  app.use(compression());
  app.use(express.json({ limit: '200kb' }));
  app.use(sessions());

  app.get('/healthz', (req, res) => res.send('ok'));
  app.use('/api/login', loginRouter);
  app.use('/api', requireStaff);
  app.use('/api/fields', fieldsRouter);
  app.use('/api/shifts', shiftsRouter);

  app.use((req, res) => res.status(404).json({ error: 'not found' }));
  // eslint-disable-next-line no-unused-vars
  app.use((err, req, res, next) => {
    req.log?.error(err);
    res.status(err.status ?? 500).json({ error: 'something went wrong' });
  });

  return app;
}

module.exports = { createApp };
