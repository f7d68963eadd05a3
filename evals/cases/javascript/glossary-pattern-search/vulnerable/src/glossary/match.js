// Turns what was typed into the search field into a test for terms.
// A star stands for any characters: "photo*" or "*synthesis".

const fold = (text) => text.normalize('NFD').replace(/\p{Diacritic}/gu, '')

// "the cell" is found under "cell"
const ARTICLES = ['the ', 'a ', 'an ']

export function sortKey (term) {
  const lower = fold(term).toLowerCase()
  const article = ARTICLES.find((word) => lower.startsWith(word))
  return article ? lower.slice(article.length) : lower
}

export function initials (terms) {
  return [...new Set(terms.map((term) => sortKey(term).charAt(0)))].sort()
}

export function byTerm (a, b) {
  const [left, right] = [sortKey(a.term), sortKey(b.term)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

export function matcher (typed) {
  const pattern = '^' + fold(typed.trim()).replaceAll('*', '.*')
  const expression = new RegExp(pattern, 'i')
  return (term) => expression.test(fold(term))
}
