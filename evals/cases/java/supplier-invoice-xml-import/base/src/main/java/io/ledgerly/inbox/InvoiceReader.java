package io.ledgerly.inbox;

import java.io.IOException;
import java.io.InputStream;

/** Reads one format of invoices. */
interface InvoiceReader {

    boolean reads(String contentType);

    Invoice read(InputStream in) throws IOException;
}
