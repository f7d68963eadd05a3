import type SftpClient from 'ssh2-sftp-client';
import { parseInvoice } from '../ubl/parse-invoice';
import type { InvoiceStore } from '../store';
import { log } from '../log';

const MAX_BYTES = 2_000_000;

/** Each supplier drops invoices in an inbox of its own. */
export async function pollInbox(sftp: SftpClient, supplierId: number, inbox: string, store: InvoiceStore) {
  for (const { name, size, type } of await sftp.list(inbox)) {
    if (type !== '-' || !name.endsWith('.xml') || size > MAX_BYTES) continue;
    const remote = `${inbox}/${name}`;
    const content = (await sftp.get(remote)) as Buffer;
    try {
      await store.insert(supplierId, parseInvoice(content.toString('utf8')));
      await sftp.rename(remote, `${remote}.done`);
    } catch (error) {
      log.warn({ supplierId, remote, error }, 'invoice rejected');
      await sftp.rename(remote, `${remote}.rejected`);
    }
  }
}
