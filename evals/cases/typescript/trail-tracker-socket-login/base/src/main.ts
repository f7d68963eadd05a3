import { createServer } from 'node:http';
import { buildApp } from './app';
import { config } from './config';

const server = createServer(buildApp());

server.listen(config.port, () => {
  console.log(`listening on ${config.port}`);
});
