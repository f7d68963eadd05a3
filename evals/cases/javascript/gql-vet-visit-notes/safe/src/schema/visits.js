import { GraphQLError } from 'graphql'
import { signedIn } from './signed-in.js'

export const typeDefs = /* GraphQL */ `
  type Visit {
    id: ID!
    on: String!
    reason: String!
    notes: String
  }

  extend type Query {
    visits(petId: ID!): [Visit!]!
    visit(id: ID!): Visit
  }
`

const notFound = () => new GraphQLError('Not found', { extensions: { code: 'NOT_FOUND' } })

export const resolvers = {
  Query: {
    visits: signedIn(async (_, { petId }, ctx) => {
      const pet = await ctx.loaders.pet.load(petId)
      if (!pet || pet.owner_id !== ctx.user.id) throw notFound()
      return ctx.db('visits').where({ pet_id: pet.id }).orderBy('on', 'desc')
    }),

    visit: signedIn(async (_, { id }, ctx) => {
      const visit = await ctx.loaders.visit.load(id)
      if (!visit) throw notFound()
      const pet = await ctx.loaders.pet.load(visit.pet_id)
      if (pet?.owner_id !== ctx.user.id) throw notFound()
      return visit
    })
  },

  Visit: {
    on: (visit) => visit.on.toISOString().slice(0, 10),
    reason: (visit) => visit.reason ?? 'Check-up',
    notes: (visit) => visit.notes_for_owner
  }
}
