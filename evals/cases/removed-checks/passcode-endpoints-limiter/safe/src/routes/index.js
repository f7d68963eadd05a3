import { Router } from "express";

import * as health from "../controllers/health.js";
import { authenticate } from "../middleware/authenticate.js";
import { passcodeRoutes } from "./passcode.js";
import { profileRoutes } from "./profile.js";

export function routes() {
  const api = Router();
  api.get("/health", health.show);
  api.use("/passcode", passcodeRoutes());
  api.use("/profile", authenticate, profileRoutes());
  return api;
}
