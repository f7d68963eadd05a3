const Handlebars = require('handlebars')

const formatDate = (iso) =>
  new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

const helpers = {
  date: formatDate,

  plural (count, one, many) {
    return count === 1 ? one : many
  }
}

function register (hbs = Handlebars) {
  for (const [name, fn] of Object.entries(helpers)) {
    hbs.registerHelper(name, fn)
  }
  return hbs
}

module.exports = { register, formatDate }
