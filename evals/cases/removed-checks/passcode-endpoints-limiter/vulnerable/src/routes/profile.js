import { Router } from "express";

import * as profile from "../controllers/profile.js";

export function profileRoutes() {
  return Router().get("/", profile.show).patch("/", profile.update);
}
