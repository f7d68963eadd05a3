const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

module.exports = {
  date: (value) => dateFormat.format(new Date(value)),
};
