import { chooseLanguage, translator } from "./messages.js";

const widget = document.querySelector("#help");
const panel = widget.querySelector(".panel");
const list = widget.querySelector(".topics");
const language = chooseLanguage([document.documentElement.lang, ...navigator.languages]);
const t = translator(language);

function topicItem(topic) {
  const link = document.createElement("a");
  link.href = `/help/${language}/${encodeURIComponent(topic.slug)}`;
  link.textContent = topic.title;
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function show(topics, query) {
  const summary = topics.length ? t("topics", { count: topics.length }) : t("none", { query });
  widget.querySelector(".summary").textContent = summary;
  list.replaceChildren(...topics.map(topicItem));
}

async function search(query) {
  const address = new URL("/help/search.json", location.origin);
  address.searchParams.set("q", query);
  address.searchParams.set("language", language);
  const response = await fetch(address);
  show(response.ok ? await response.json() : [], query);
}

widget.querySelector(".greeting").textContent = t("greeting", { name: widget.dataset.name || "👋" });
widget.querySelector(".open").textContent = t("open");
widget.querySelector(".close").textContent = t("close");

widget.querySelector(".open").addEventListener("click", () => {
  panel.hidden = false;
  panel.querySelector("input").focus();
});

widget.querySelector(".close").addEventListener("click", () => {
  panel.hidden = true;
  list.innerHTML = "";
});

panel.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  search(new FormData(event.target).get("q").trim());
});
