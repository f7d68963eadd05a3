package com.norda.edi;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.springframework.stereotype.Component;

/** Reads the order files trading partners send to /edi/orders. */
@Component
public class OrderXmlReader {

    // big partners send files of 100 MB: never hold the whole document
    private static final XMLInputFactory FACTORY = XMLInputFactory.newFactory();

    public List<OrderLine> read(InputStream in) {
        List<OrderLine> lines = new ArrayList<>();
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
            try {
                while (reader.hasNext()) {
                    if (reader.next() == XMLStreamReader.START_ELEMENT && "Line".equals(reader.getLocalName())) {
                        String sku = reader.getAttributeValue(null, "sku");
                        String quantity = reader.getAttributeValue(null, "qty");
                        lines.add(toLine(sku, quantity, reader.getElementText()));
                    }
                }
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new EdiFormatException("order file cannot be read", e);
        }
        return lines;
    }

    private static OrderLine toLine(String sku, String quantity, String note) {
        try {
            return new OrderLine(sku.trim(), Integer.parseInt(quantity), note.trim());
        } catch (NumberFormatException e) {
            throw new EdiFormatException("quantity is not a number", e);
        }
    }
}
