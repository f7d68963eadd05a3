package com.norda.edi;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the order files trading partners send to /edi/orders. */
@Component
public class OrderXmlReader {

    private final DocumentBuilderFactory factory;

    public OrderXmlReader() throws ParserConfigurationException {
        factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setExpandEntityReferences(false);
    }

    public List<OrderLine> read(InputStream in) {
        try {
            Document document = factory.newDocumentBuilder().parse(in);
            NodeList nodes = document.getElementsByTagName("Line");
            List<OrderLine> lines = new ArrayList<>(nodes.getLength());
            for (int i = 0; i < nodes.getLength(); i++) {
                Element line = (Element) nodes.item(i);
                lines.add(toLine(line.getAttribute("sku"), line.getAttribute("qty"), line.getTextContent()));
            }
            return lines;
        } catch (Exception e) {
            throw new EdiFormatException("order file cannot be read", e);
        }
    }

    private static OrderLine toLine(String sku, String quantity, String note) {
        try {
            return new OrderLine(sku.trim(), Integer.parseInt(quantity), note.trim());
        } catch (NumberFormatException e) {
            throw new EdiFormatException("quantity is not a number", e);
        }
    }
}
