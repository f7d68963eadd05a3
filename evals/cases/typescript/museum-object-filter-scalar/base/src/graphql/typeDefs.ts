export const typeDefs = /* GraphQL */ `
  scalar JSON

  type MuseumObject {
    id: ID!
    inventoryNo: String!
    title: String
    material: String
    room: String
    period: String
    condition: JSON
  }

  type Query {
    objects(first: Int): [MuseumObject!]!
    object(id: ID!): MuseumObject
  }
`;
