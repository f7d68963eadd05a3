const money = new Intl.NumberFormat(document.documentElement.lang, { style: "currency", currency: "EUR" });

function show(period) {
  for (const plan of document.querySelectorAll(".plan")) {
    const prices = JSON.parse(plan.dataset.prices);
    plan.querySelector("output").textContent = money.format(prices[period] / 100);
    plan.querySelector("input[name=period]").value = period;
  }
}

for (const choice of document.querySelectorAll(".period input")) {
  choice.addEventListener("change", () => show(choice.value));
}
