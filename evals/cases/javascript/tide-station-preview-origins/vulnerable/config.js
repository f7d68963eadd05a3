function need(name) {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is missing`);
  }
  return value;
}

function list(name) {
  return need(name)
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

function count(name, otherwise) {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`${name} has to be a positive number`);
  }
  return value;
}

export const config = {
  port: count('PORT', 8080),
  sessionSecret: need('SESSION_SECRET'),
  redisUrl: need('REDIS_URL'),
  databaseUrl: need('DATABASE_URL'),
  // comma separated, with scheme
  webOrigins: list('WEB_ORIGINS'),
  readingsPerPage: count('READINGS_PER_PAGE', 500),
};
