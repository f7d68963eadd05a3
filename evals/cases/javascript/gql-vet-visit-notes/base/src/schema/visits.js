import { GraphQLError } from 'graphql'
import { signedIn } from './signed-in.js'

export const typeDefs = /* GraphQL */ `
  type Visit {
    id: ID!
    on: String!
    reason: String!
  }

  extend type Query {
    visits(petId: ID!): [Visit!]!
  }
`

const notFound = () => new GraphQLError('Not found', { extensions: { code: 'NOT_FOUND' } })

export const resolvers = {
  Query: {
    visits: signedIn(async (_, { petId }, ctx) => {
      const pet = await ctx.loaders.pet.load(petId)
      if (!pet || pet.owner_id !== ctx.user.id) throw notFound()
      return ctx.db('visits').where({ pet_id: pet.id }).orderBy('on', 'desc')
    })
  },

  Visit: {
    on: (visit) => visit.on.toISOString().slice(0, 10),
    reason: (visit) => visit.reason ?? 'Check-up'
  }
}
