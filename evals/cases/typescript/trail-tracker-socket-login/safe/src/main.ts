import { createServer } from 'node:http';
import { buildApp } from './app';
import { config } from './config';
import { attachLiveServer } from './live/live-server';

const server = createServer(buildApp());
attachLiveServer(server);

server.listen(config.port, () => {
  console.log(`listening on ${config.port}`);
});
