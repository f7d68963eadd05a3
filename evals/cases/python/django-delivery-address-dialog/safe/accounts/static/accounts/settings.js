const form = document.querySelector("#preferences");

form.addEventListener("change", () => {
  fetch(form.action, { method: "POST", body: new FormData(form) });
});

function cookie(name) {
  const found = document.cookie.split("; ").find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}

document.querySelector("#address-dialog form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const response = await fetch("/settings/address", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken") },
    body: JSON.stringify(Object.fromEntries(new FormData(event.target))),
  });
  document.querySelector("#address-status").textContent = response.ok ? "Saved" : "Not saved";
});
