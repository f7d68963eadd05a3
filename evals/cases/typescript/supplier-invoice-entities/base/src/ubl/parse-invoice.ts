import libxmljs, { type Document, type Element } from 'libxmljs2';

const NS = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
};

export interface Invoice {
  number: string;
  issued: string;
  supplier: string;
  payable: number;
}

const text = (doc: Document, xpath: string): string => {
  const node = doc.get<Element>(xpath, NS);
  if (!node) throw new Error(`${xpath} is missing`);
  return node.text().trim();
};

export function parseInvoice(xml: string): Invoice {
  const doc = libxmljs.parseXml(xml, { nonet: true });
  return {
    number: text(doc, '//cbc:ID'),
    issued: text(doc, '//cbc:IssueDate'),
    supplier: text(doc, '//cac:AccountingSupplierParty//cbc:Name'),
    payable: Number(text(doc, '//cac:LegalMonetaryTotal/cbc:PayableAmount')),
  };
}
