import { Router } from "express";

import { findTerms } from "../models/term.js";

export const glossary = Router();

glossary.get("/glossary", async (req, res, next) => {
  try {
    const query = String(req.query.q ?? "").trim().slice(0, 80);
    const terms = await findTerms(query);
    res.render("glossary", { terms, query });
  } catch (error) {
    next(error);
  }
});
