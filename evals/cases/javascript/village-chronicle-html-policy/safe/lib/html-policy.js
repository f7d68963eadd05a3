'use strict'

const sanitizeHtml = require('sanitize-html')

const HEADINGS = ['h2', 'h3', 'h4']
const INLINE = ['a', 'b', 'i', 'em', 'strong', 'code', 'sub', 'sup', 'br', 'span']
const BLOCKS = ['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'figure', 'figcaption', 'img', 'div']

// What an article may be made of. Applied whenever one is saved, by hand or by an importer.
const article = {
  allowedTags: [...HEADINGS, ...INLINE, ...BLOCKS],
  // the gallery and map widgets of the old site read data-*, so keep these
  allowedAttributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'width', 'height'],
    div: ['data-gallery', 'data-map', 'data-zoom']
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  disallowedTagsMode: 'discard',
  transformTags: {
    h1: 'h2',
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'noopener nofollow' } })
  }
}

// rel is set by us, so it has to be in the list as well
article.allowedAttributes.a.push('rel')

const teaser = { allowedTags: ['b', 'i', 'em'], allowedAttributes: {} }

exports.cleanArticle = (html) => sanitizeHtml(html, article)

exports.cleanTeaser = (html) => {
  const text = sanitizeHtml(html, teaser)
  return text.length > 400 ? sanitizeHtml(`${text.slice(0, 399)}…`, teaser) : text
}
