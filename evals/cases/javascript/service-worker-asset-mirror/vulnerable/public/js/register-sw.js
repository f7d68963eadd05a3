(function () {
  if (!('serviceWorker' in navigator)) return;

  // field teams bookmark the app with ?mirror=, see the handbook
  function mirrorParam() {
    const chosen = new URLSearchParams(window.location.search).get('mirror');
    return chosen ? '?mirror=' + encodeURIComponent(chosen) : '';
  }

  window.addEventListener('load', function () {
    navigator.serviceWorker.register('/sw.js' + mirrorParam()).then(function (registration) {
      registration.addEventListener('updatefound', function () {
        document.body.classList.add('has-update');
      });
    }, function (err) {
      console.warn('offline mode is not available', err.name);
    });
  });
})();
