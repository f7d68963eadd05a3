const Handlebars = require('handlebars')

const formatDate = (iso) =>
  new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

const helpers = {
  date: formatDate,

  plural (count, one, many) {
    return count === 1 ? one : many
  },

  /** {{quote text author}} draws what a parent wrote in the feedback form */
  quote (text, author) {
    const body = Handlebars.escapeExpression(String(text).trim()).replace(/\r?\n/g, '<br>')
    const by = Handlebars.escapeExpression(author || 'A parent')
    return new Handlebars.SafeString(`<blockquote><p>${body}</p><footer>${by}</footer></blockquote>`)
  }
}

function register (hbs = Handlebars) {
  for (const [name, fn] of Object.entries(helpers)) {
    hbs.registerHelper(name, fn)
  }
  return hbs
}

module.exports = { register, formatDate }
