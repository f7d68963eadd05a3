import { Router } from "express";
import rateLimit from "express-rate-limit";

import * as health from "../controllers/health.js";
import * as passcode from "../controllers/passcode.js";
import * as profile from "../controllers/profile.js";
import { authenticate } from "../middleware/authenticate.js";

const passcodeLimiter = rateLimit({
  windowMs: 15 * 60 * 1000,
  limit: 5,
  standardHeaders: "draft-7",
  legacyHeaders: false,
});

export function routes() {
  const api = Router();
  api.get("/health", health.show);
  api.use("/passcode", passcodeLimiter);
  api.post("/passcode/request", passcode.request);
  api.post("/passcode/verify", passcode.verify);
  api.get("/profile", authenticate, profile.show);
  api.patch("/profile", authenticate, profile.update);
  return api;
}
