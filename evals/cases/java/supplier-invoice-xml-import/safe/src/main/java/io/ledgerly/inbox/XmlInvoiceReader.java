package io.ledgerly.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the XML that suppliers upload in the inbox. */
@Component
class XmlInvoiceReader implements InvoiceReader {

    @Override
    public boolean reads(String contentType) {
        return "application/xml".equals(contentType) || "text/xml".equals(contentType);
    }

    @Override
    public Invoice read(InputStream in) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(in);
            return invoice(document.getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new UnreadableInvoiceException(e);
        }
    }

    private Invoice invoice(Element root) {
        List<InvoiceLine> lines = new ArrayList<>();
        NodeList nodes = root.getElementsByTagName("line");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element line = (Element) nodes.item(i);
            lines.add(new InvoiceLine(text(line, "description"), new BigDecimal(text(line, "net"))));
        }
        return new Invoice(text(root, "number"), LocalDate.parse(text(root, "date")), lines);
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
