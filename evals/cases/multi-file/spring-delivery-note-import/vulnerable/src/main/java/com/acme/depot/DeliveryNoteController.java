package com.acme.depot;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/delivery-notes")
public class DeliveryNoteController {

    private final DeliveryNoteReader reader;
    private final GoodsReceipts receipts;

    public DeliveryNoteController(DeliveryNoteReader reader, GoodsReceipts receipts) {
        this.reader = reader;
        this.receipts = receipts;
    }

    /** Books what a supplier's delivery note says; uploads are limited to one megabyte. */
    @PostMapping
    @PreAuthorize("hasRole('DEPOT')")
    public ReceiptView book(@RequestParam("note") MultipartFile note) throws IOException {
        try (InputStream in = note.getInputStream()) {
            return ReceiptView.of(receipts.book(reader.read(in)));
        } catch (UnreadableNoteException e) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }
}
