import { Router } from "express";
import rateLimit from "express-rate-limit";

import * as passcode from "../controllers/passcode.js";

const limits = { windowMs: 15 * 60 * 1000, limit: 5, standardHeaders: "draft-7", legacyHeaders: false };

export function passcodeRoutes() {
  const router = Router();
  router.use(rateLimit(limits));
  router.post("/request", passcode.request);
  router.post("/verify", passcode.verify);
  return router;
}
