import { GraphQLError } from 'graphql'
import { entries } from './entries.js'

const MAX_RESULTS = 50

function badInput (message) {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

export const resolvers = {
  Query: {
    entry: (_root, { id }) => entries.get(id) ?? null,

    search (_root, { text }) {
      if (text.trim().length < 2 || text.length > 80) {
        throw badInput('Give 2 to 80 characters')
      }
      const wanted = text.trim().toLowerCase()
      const matches = (term) => term.toLowerCase().startsWith(wanted)
      const found = []
      for (const entry of entries.values()) {
        if (matches(entry.term) || entry.synonyms.some(matches)) {
          found.push(entry)
          if (found.length === MAX_RESULTS) break
        }
      }
      return found
    }
  },

  Entry: {
    initial: (entry) => entry.term.charAt(0).toUpperCase(),
    updatedOn: (entry) => entry.updatedOn.toISOString().slice(0, 10)
  }
}
