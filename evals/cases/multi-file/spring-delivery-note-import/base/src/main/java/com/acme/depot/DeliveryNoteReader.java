package com.acme.depot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads delivery notes: an article number, a semicolon and a quantity on each line. */
@Component
public class DeliveryNoteReader {

    public List<NoteLine> read(InputStream in) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            return lines.lines().map(NoteLine::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new UnreadableNoteException(e);
        }
    }
}
