import { Router } from "express";

import * as passcode from "../controllers/passcode.js";

export function passcodeRoutes() {
  const router = Router();
  router.post("/request", passcode.request);
  router.post("/verify", passcode.verify);
  return router;
}
