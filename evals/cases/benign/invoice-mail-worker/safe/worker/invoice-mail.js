import { z } from "zod";

const Payload = z.object({ invoiceId: z.number().int().positive() });
const INVOICE = `
  SELECT i.number, i.due_on, i.pdf, c.email
    FROM invoices i JOIN customers c ON c.id = i.customer_id
   WHERE i.id = $1`;

/** A handler that mails one invoice to its customer. */
export function invoiceMail(pool, mailer) {
  return async (payload) => {
    const { invoiceId } = Payload.parse(payload);
    const { rows } = await pool.query(INVOICE, [invoiceId]);
    if (rows.length === 0) throw new Error(`there is no invoice ${invoiceId}`);
    const [invoice] = rows;
    await mailer.sendMail({
      to: { name: "", address: invoice.email },
      subject: `Invoice ${invoice.number}`,
      text: `Please find attached our invoice ${invoice.number}, due on ${invoice.due_on}.`,
      attachments: [{ filename: "invoice.pdf", content: invoice.pdf, contentType: "application/pdf" }],
    });
  };
}
