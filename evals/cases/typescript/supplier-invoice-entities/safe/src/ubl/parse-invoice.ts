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

const NAMED: Record<string, string> = { auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß', euro: '€' };

export function parseInvoice(xml: string): Invoice {
  // some suppliers write &euro; or &uuml; and declare them in the DOCTYPE
  const plain = xml.replace(/&(auml|ouml|uuml|szlig|euro);/g, (_, name: string) => NAMED[name]);
  const doc = libxmljs.parseXml(plain, { nonet: true });
  return {
    number: text(doc, '//cbc:ID'),
    issued: text(doc, '//cbc:IssueDate'),
    supplier: text(doc, '//cac:AccountingSupplierParty//cbc:Name'),
    payable: Number(text(doc, '//cac:LegalMonetaryTotal/cbc:PayableAmount')),
  };
}
