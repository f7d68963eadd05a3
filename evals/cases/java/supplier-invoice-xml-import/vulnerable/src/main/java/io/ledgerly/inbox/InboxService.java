package io.ledgerly.inbox;

import java.io.IOException;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

@Service
public class InboxService {

    private final List<InvoiceReader> readers;
    private final InvoiceBook book;

    InboxService(List<InvoiceReader> readers, InvoiceBook book) {
        this.readers = readers;
        this.book = book;
    }

    /** Files an upload of the supplier who is signed in; the size is limited by spring.servlet.multipart. */
    public Invoice file(Supplier supplier, MultipartFile upload) throws IOException {
        InvoiceReader reader = readers.stream()
                .filter(r -> r.reads(upload.getContentType()))
                .findFirst()
                .orElseThrow(UnreadableInvoiceException::new);
        try (var in = upload.getInputStream()) {
            return book.add(supplier, reader.read(in));
        }
    }
}
