package com.acme.remittance;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the remittance advice that banks and customers upload. */
public final class RemittanceParser {

    public List<Remittance> parse(InputStream upload) throws RemittanceException {
        try {
            Document document = XmlDocuments.newBuilder().parse(upload);
            return entries(document.getElementsByTagNameNS("*", "Ntry"));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new RemittanceException("The file is not a remittance advice", e);
        }
    }

    private List<Remittance> entries(NodeList nodes) throws RemittanceException {
        List<Remittance> result = new ArrayList<>(nodes.getLength());
        for (int i = 0; i < nodes.getLength(); i++) {
            Element entry = (Element) nodes.item(i);
            result.add(new Remittance(text(entry, "Ref"), new BigDecimal(text(entry, "Amt"))));
        }
        return result;
    }

    private String text(Element entry, String name) throws RemittanceException {
        NodeList found = entry.getElementsByTagNameNS("*", name);
        if (found.getLength() == 0) {
            throw new RemittanceException("An entry has no " + name);
        }
        return found.item(0).getTextContent().strip();
    }
}
