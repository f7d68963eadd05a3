import { Router } from 'express';
import type { InvoiceRepository } from '../models/invoice';
import { invoicePage } from '../pages/invoicePage';

export function publicInvoices(repo: InvoiceRepository): Router {
  const router = Router();

  // the link in the mail holds 32 random bytes
  router.get('/i/:linkToken', async (req, res, next) => {
    try {
      const invoice = await repo.findByLinkToken(req.params.linkToken);
      if (!invoice) return res.sendStatus(404);
      res.type('html').send(invoicePage(invoice));
    } catch (err) {
      next(err);
    }
  });

  return router;
}
