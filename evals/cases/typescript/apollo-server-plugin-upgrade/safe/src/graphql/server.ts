import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@apollo/server/express4';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import express, { type Express } from 'express';
import depthLimit from 'graphql-depth-limit';
import type { Server } from 'node:http';
import { buildContext, type GraphContext } from './context';
import { schema } from './schema';

export async function mountGraphql(app: Express, httpServer: Server): Promise<void> {
  const server = new ApolloServer<GraphContext>({
    schema,
    introspection: process.env.NODE_ENV !== 'production',
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    validationRules: [depthLimit(8)],
    plugins: [ApolloServerPluginDrainHttpServer({ httpServer })],
  });
  await server.start();
  app.use(
    '/graphql',
    express.json({ limit: '64kb' }),
    expressMiddleware(server, { context: ({ req }) => buildContext(req) }),
  );
}
