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
    objects(first: Int, where: JSON): [MuseumObject!]!
    object(id: ID!): MuseumObject
  }
`;
