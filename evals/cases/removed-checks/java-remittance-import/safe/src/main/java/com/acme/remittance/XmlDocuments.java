package com.acme.remittance;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** Builders for documents that come from outside. */
final class XmlDocuments {

    /** Looking up the implementation takes longer than parsing a small file. */
    private static final DocumentBuilderFactory FACTORY = outsideFactory();

    private XmlDocuments() {}

    static DocumentBuilder newBuilder() throws ParserConfigurationException {
        return FACTORY.newDocumentBuilder();
    }

    private static DocumentBuilderFactory outsideFactory() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This XML parser cannot refuse document types", e);
        }
        factory.setNamespaceAware(true);
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        return factory;
    }
}
