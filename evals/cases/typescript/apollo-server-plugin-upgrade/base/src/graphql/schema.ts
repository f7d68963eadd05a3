import { makeExecutableSchema } from '@graphql-tools/schema';
import { resolvers } from './resolvers';

const typeDefs = /* GraphQL */ `
  type Query {
    author(id: ID!): Author
    book(id: ID!): Book
  }

  type Author {
    id: ID!
    name: String!
    books: [Book!]!
  }

  type Book {
    id: ID!
    title: String!
    authors: [Author!]!
  }
`;

export const schema = makeExecutableSchema({ typeDefs, resolvers });
