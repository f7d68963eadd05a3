import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { db } from '../db.js';
import { logger } from '../logger.js';

const s3 = new S3Client({});
const BUCKET = process.env.INVOICE_BUCKET;

async function loadInvoice(id) {
  const { rows } = await db.query(
    'SELECT id, account_id, number, storage_key FROM invoices WHERE id = $1',
    [id],
  );
  return rows[0];
}

// mounted as GET /invoices/:invoiceId/pdf behind requireLogin
export async function downloadInvoice(req, res, next) {
  try {
    const invoice = await loadInvoice(req.params.invoiceId);
    if (invoice?.account_id !== req.user.accountId) {
      return res.status(404).json({ error: 'invoice_not_found' });
    }

    const object = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: invoice.storage_key }));

    res.set('Content-Type', 'application/pdf');
    res.set('Content-Length', String(object.ContentLength));
    res.set('Content-Disposition', `attachment; filename="invoice-${invoice.id}.pdf"`);
    await pipeline(object.Body, res);
  } catch (err) {
    logger.warn({ err, invoiceId: req.params.invoiceId }, 'invoice download failed');
    if (!res.headersSent) next(err);
    else res.destroy();
  }
}
