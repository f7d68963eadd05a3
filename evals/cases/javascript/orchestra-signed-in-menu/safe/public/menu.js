(function () {
  var menu = document.querySelector('[data-member-menu]');
  if (!menu) return;

  var signedIn = /(?:^|; )orch_member=/.test(document.cookie);
  menu.hidden = !signedIn;
  document.querySelector('[data-sign-in]').hidden = signedIn;
})();
