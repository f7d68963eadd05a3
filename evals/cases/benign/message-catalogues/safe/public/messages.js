const CATALOGUES = {
  en: {
    open: "Help",
    greeting: "Hello {name}, how can we help?",
    topics: { one: "{count} topic", other: "{count} topics" },
    none: "Nothing was found for “{query}”.",
    close: "Close",
  },
  de: {
    open: "Hilfe",
    greeting: "Hallo {name}, wie können wir helfen?",
    topics: { one: "{count} Thema", other: "{count} Themen" },
    none: "Zu „{query}“ wurde nichts gefunden.",
    close: "Schließen",
  },
  fr: {
    open: "Aide",
    greeting: "Bonjour {name}, comment pouvons-nous vous aider ?",
    topics: { one: "{count} sujet", other: "{count} sujets" },
    none: "Rien n’a été trouvé pour « {query} ».",
    close: "Fermer",
  },
};

export const LANGUAGES = Object.keys(CATALOGUES);

/** The first wanted language that we have, or English. */
export function chooseLanguage(wanted) {
  const short = wanted.map((tag) => tag.toLowerCase().split("-")[0]);
  return short.find((tag) => LANGUAGES.includes(tag)) ?? "en";
}

/** A function that returns messages of one language as plain text. */
export function translator(language) {
  const catalogue = CATALOGUES[language];
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const message = catalogue[key];
    const text = typeof message === "string" ? message : message[plurals.select(values.count)] ?? message.other;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
  };
}
