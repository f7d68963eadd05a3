package com.acme.depot;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads delivery notes: one element "position" for each article. */
@Component
public class DeliveryNoteReader {

    public List<NoteLine> read(InputStream in) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(in);
            return lines(document.getElementsByTagNameNS("*", "position"));
        } catch (ParserConfigurationException | SAXException | NumberFormatException e) {
            throw new UnreadableNoteException(e);
        }
    }

    private static List<NoteLine> lines(NodeList positions) {
        List<NoteLine> lines = new ArrayList<>();
        for (int i = 0; i < positions.getLength(); i++) {
            Element position = (Element) positions.item(i);
            int quantity = Integer.parseInt(position.getAttribute("quantity"));
            lines.add(new NoteLine(position.getTextContent().strip(), quantity));
        }
        return lines;
    }
}
