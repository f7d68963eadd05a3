(function () {
  'use strict';

  var list = document.querySelector('#feed');
  var score = document.querySelector('#score');
  var MAX = 80;

  var handlers = {
    score: function (msg) {
      score.textContent = msg.left + ' : ' + msg.right;
    },
    round: function (msg) {
      var li = document.createElement('li');
      li.className = 'round';
      li.textContent = 'Round ' + msg.number;
      list.prepend(li);
    },
    cheer: function (msg) {
      // typed by spectators on their phones
      var cheer = msg.cheer;
      var li = document.createElement('li');
      li.className = 'cheer';
      var nick = document.createElement('b');
      nick.textContent = cheer.nick;
      li.append(nick, ' ', cheer.text.slice(0, 140));
      list.prepend(li);
    },
  };

  function trim() {
    while (list.children.length > MAX) list.lastElementChild.remove();
  }

  function connect() {
    var ws = new WebSocket('wss://' + location.host + '/live');
    ws.onmessage = function (event) {
      var msg = JSON.parse(event.data);
      if (!Object.prototype.hasOwnProperty.call(handlers, msg.type)) return;
      handlers[msg.type](msg);
      trim();
    };
    ws.onclose = function () {
      setTimeout(connect, 3000);
    };
  }

  connect();
})();
