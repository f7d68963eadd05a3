const csv = require('csv-parse/sync');
const libxmljs = require('libxmljs2');

class CatalogueError extends Error {}

const MAX_ITEMS = 10000;

function item({ sku, title, price }) {
  const cents = Math.round(Number(price) * 100);
  if (!/^[\w-]{1,40}$/.test(sku) || !Number.isFinite(cents) || cents < 0) {
    throw new CatalogueError('An item has no valid number or price');
  }
  return { sku, title: String(title).slice(0, 200), cents };
}

function fromCsv(buffer) {
  return csv.parse(buffer, { columns: true, trim: true, to: MAX_ITEMS }).map(item);
}

const textOf = (node, name) => {
  const child = node.get(name);
  return child ? child.text().trim() : '';
};

function fromXml(buffer) {
  // Suppliers use &euro; and their own entities in titles.
  const doc = libxmljs.parseXml(buffer.toString('utf8'), { noent: true, noblanks: true });
  return doc
    .find('//catalogue/item')
    .slice(0, MAX_ITEMS)
    .map((node) => item({ sku: textOf(node, 'sku'), title: textOf(node, 'title'), price: textOf(node, 'price') }));
}

const PARSERS = {
  'text/csv': fromCsv,
  'application/xml': fromXml,
};

/** Reads an uploaded catalogue; `upload` is a multer file of at most 5 MB. */
function readCatalogue(upload) {
  const parser = Object.hasOwn(PARSERS, upload.mimetype) ? PARSERS[upload.mimetype] : null;
  if (!parser) throw new CatalogueError('This kind of file is not supported');
  return parser(upload.buffer);
}

module.exports = { readCatalogue, CatalogueError };
