const widget = document.querySelector("#help");

widget.querySelector("button").addEventListener("click", () => {
  widget.querySelector(".panel").hidden = false;
});
