import { ApolloServer } from 'apollo-server-express';
import type { Express } from 'express';
import depthLimit from 'graphql-depth-limit';
import { buildContext, type GraphContext } from './context';
import { schema } from './schema';

export async function mountGraphql(app: Express): Promise<void> {
  const server = new ApolloServer({
    schema,
    context: ({ req }): Promise<GraphContext> => buildContext(req),
    introspection: process.env.NODE_ENV !== 'production',
    validationRules: [depthLimit(8)],
  });
  await server.start();
  server.applyMiddleware({ app, path: '/graphql', bodyParserConfig: { limit: '64kb' } });
}
