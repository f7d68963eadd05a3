'use strict';

const defaults = () => ({
  theme: 'light',
  locale: 'en',
  board: { columns: 4, swimlanes: false },
  mail: { digest: 'weekly', mentions: true },
});

module.exports = { defaults };
