const form = document.querySelector("#preferences");

form.addEventListener("change", () => {
  fetch(form.action, { method: "POST", body: new FormData(form) });
});
