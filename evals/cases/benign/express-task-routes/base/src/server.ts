import express from "express";
import helmet from "helmet";

import { authenticate } from "./authenticate";
import { onError } from "./errors";

export function createServer() {
  const app = express();
  app.disable("x-powered-by");
  app.use(helmet());
  app.use(express.json({ limit: "100kb" }));
  app.use(authenticate);
  app.use(onError);
  return app;
}
