<!doctype html>
<html lang="en">
<head><title>${offer.variety} - seed swap</title></head>
<body>
<h1>${offer.variety}</h1>
<p class="by">offered by ${offer.owner_name}</p>
<div class="note">${offer.note}</div>
% if offer.quantity:
<p>${offer.quantity} packets left</p>
% endif
</body>
</html>
