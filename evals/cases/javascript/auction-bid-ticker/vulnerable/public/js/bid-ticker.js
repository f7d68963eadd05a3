(function () {
  'use strict';

  var MAX_ROWS = 12;
  var list = document.getElementById('bid-ticker');
  if (!list) return;

  var money = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'currency',
    currency: list.dataset.currency,
  });

  function renderBid(bid) {
    const row = document.createElement('li');
    row.className = bid.outbid ? 'bid bid--old' : 'bid';
    row.innerHTML = `
      <span class="avatar" data-initial></span>
      <b>${bid.bidder.name}</b>
      <span class="amount">${money.format(bid.amount)}</span>`;
    row.querySelector('[data-initial]').textContent = bid.bidder.name.charAt(0).toUpperCase();
    return row;
  }

  function push(bid) {
    list.prepend(renderBid(bid));
    while (list.children.length > MAX_ROWS) {
      list.lastElementChild.remove();
    }
  }

  var url = new URL('/live/' + encodeURIComponent(list.dataset.lot), location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  var socket = new WebSocket(url);

  socket.addEventListener('message', function (event) {
    var message = JSON.parse(event.data);
    switch (message.type) {
      case 'bid':
        push(message.bid);
        break;
      case 'closed':
        list.classList.add('is-closed');
        socket.close();
        break;
    }
  });
})();
