import { Router, type NextFunction, type Request, type Response } from "express";
import { z } from "zod";

import { verifyPassword } from "./passwords";
import { loginLimiter } from "./limits";
import { users } from "../data/users";

declare module "express-session" {
  interface SessionData {
    userId: string;
    signedInAt: number;
    lastPage: "inbox" | "calendar" | "files";
  }
}

const Credentials = z.object({
  email: z.string().email().max(254),
  password: z.string().min(1).max(200),
});

export const loginRouter = Router();

loginRouter.post("/login", loginLimiter, async (req: Request, res: Response, next: NextFunction) => {
  const parsed = Credentials.safeParse(req.body);
  if (!parsed.success) {
    return res.status(400).render("login", { message: "Please fill in both fields." });
  }
  const user = await users.byEmail(parsed.data.email);
  if (!(await verifyPassword(user, parsed.data.password))) {
    return res.status(401).render("login", { message: "Wrong address or password." });
  }
  req.session.regenerate((error) => {
    if (error) return next(error);
    req.session.userId = user!.id;
    req.session.signedInAt = Date.now();
    res.redirect(303, "/inbox");
  });
});

loginRouter.post("/logout", (req: Request, res: Response, next: NextFunction) => {
  req.session.destroy((error) => (error ? next(error) : res.redirect(303, "/")));
});
