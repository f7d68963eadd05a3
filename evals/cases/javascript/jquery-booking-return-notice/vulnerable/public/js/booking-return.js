/* global jQuery */
(function ($) {
  'use strict';

  var POLL_EVERY = 3000;
  var MAX_POLLS = 20;

  function param(name) {
    var match = new RegExp('[?&]' + name + '=([^&#]*)').exec(window.location.search);
    return match ? decodeURIComponent(match[1].replace(/\+/g, ' ')) : '';
  }

  function show($notice, css, text) {
    $notice.removeClass('is-waiting is-done is-failed').addClass(css);
    $notice.find('.notice-text').text(text);
  }

  function poll($notice, reference, left) {
    if (left === 0) {
      show($notice, 'is-failed', 'We did not hear from your bank yet. You will get a mail.');
      return;
    }
    $.getJSON('/api/bookings/state', { reference: reference }).done(function (state) {
      if (state.paid) {
        show($notice, 'is-done', 'Thank you! Your booking is confirmed.');
      } else {
        window.setTimeout(poll, POLL_EVERY, $notice, reference, left - 1);
      }
    }).fail(function () {
      window.setTimeout(poll, POLL_EVERY, $notice, reference, left - 1);
    });
  }

  $(function () {
    var $notice = $('#booking-notice');
    if (!$notice.length) return;

    // the payment page sends ?guest=... back as we gave it
    var guest = $.trim(param('guest'));
    if (guest) {
      $notice.html('<p class="notice-guest">Welcome back, <b>' + guest + '</b></p><p class="notice-text"></p>');
    }

    show($notice, 'is-waiting', 'One moment, we are asking your bank ...');
    poll($notice, param('reference'), MAX_POLLS);
  });
})(jQuery);
