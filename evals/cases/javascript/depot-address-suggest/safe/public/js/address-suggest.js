/* global jQuery, _ */
(function ($) {
  'use strict';

  var MIN_CHARS = 3;

  function row(hit, index) {
    return [
      '<li role="option" tabindex="-1" data-index="' + index + '">',
      '<span class="street">' + _.escape(hit.street + ', ' + hit.city) + '</span>',
      hit.contact ? '<small>' + _.escape(hit.contact) + '</small>' : '',
      '</li>'
    ].join('');
  }

  $.fn.addressSuggest = function (options) {
    var settings = $.extend({ url: '/depots/addresses', onPick: $.noop }, options);

    return this.each(function () {
      var $input = $(this);
      var $list = $('<ul role="listbox" class="suggest">').hide().insertAfter($input);
      var hits = [];

      // addresses earlier orders were sent to
      var lookup = _.debounce(function () {
        var term = $.trim($input.val());
        if (term.length < MIN_CHARS) { return $list.hide(); }
        $.getJSON(settings.url, { q: term }).done(function (data) {
          hits = data.addresses || [];
          $list.html($.map(hits, row).join('')).toggle(hits.length > 0);
        });
      }, 200);

      $input.on('input', lookup);
      $list.on('click', 'li', function () {
        var hit = hits[$(this).data('index')];
        $input.val(hit.street + ', ' + hit.city);
        $list.hide();
        settings.onPick(hit);
      });
    });
  };
})(jQuery);
