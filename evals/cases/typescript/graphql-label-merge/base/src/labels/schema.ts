export const typeDefs = /* GraphQL */ `
  type Label {
    id: ID!
    name: String!
    color: String!
  }

  extend type Query {
    labels(workspaceId: ID!): [Label!]!
  }

  extend type Mutation {
    createLabel(workspaceId: ID!, name: String!, color: String!): Label!
    deleteLabel(id: ID!): Boolean!
  }
`;
