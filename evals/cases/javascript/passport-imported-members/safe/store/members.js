const db = require('./db');

const COLUMNS = {
  id: 'id',
  number: 'number',
  name: 'name',
  email: 'email',
  active: 'active',
  passwordHash: 'password_hash', // null until an imported member has chosen one
};

exports.byNumber = (number) => db('members').first(COLUMNS).where({ number: String(number) });

exports.setPassword = (id, passwordHash) =>
  db('members').where({ id }).update({ password_hash: passwordHash });
