(function () {
  if (!('serviceWorker' in navigator)) return;

  window.addEventListener('load', function () {
    navigator.serviceWorker.register('/sw.js').then(function (registration) {
      registration.addEventListener('updatefound', function () {
        document.body.classList.add('has-update');
      });
    }, function (err) {
      console.warn('offline mode is not available', err.name);
    });
  });
})();
