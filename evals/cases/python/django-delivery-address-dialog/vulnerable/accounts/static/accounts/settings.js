const form = document.querySelector("#preferences");

form.addEventListener("change", () => {
  fetch(form.action, { method: "POST", body: new FormData(form) });
});

document.querySelector("#address-dialog form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const response = await fetch("/settings/address", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(Object.fromEntries(new FormData(event.target))),
  });
  document.querySelector("#address-status").textContent = response.ok ? "Saved" : "Not saved";
});
