/*!
 * jQuery person picker
 * Turns a text input into a picker that asks the directory for people.
 */
(function ($) {
  'use strict';

  var DEFAULTS = {
    url: '/directory/search',
    minLength: 2,
    delay: 250,
    limit: 8,
  };

  function quoteRegExp(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  }

  // <mark> around each place where the term is found
  function mark(text, term) {
    var parts = text.split(new RegExp('(' + quoteRegExp(term) + ')', 'gi'));
    return $.map(parts, function (part, i) {
      return i % 2 ? $('<mark>').text(part).get(0) : document.createTextNode(part);
    });
  }

  function row(person, term) {
    return $('<li role="option">')
      .data('person', person)
      .append($('<span class="name">').append(mark(person.name, term)))
      .append($('<span class="unit">').text(person.unit));
  }

  $.fn.personPicker = function (options) {
    var settings = $.extend({}, DEFAULTS, options);

    return this.each(function () {
      var $input = $(this);
      var $list = $('<ul class="person-picker" role="listbox">').insertAfter($input).hide();
      var timer = null;
      var pending = null;

      function show(people, term) {
        $list.empty();
        $.each(people, function (i, person) {
          $list.append(row(person, term));
        });
        $list.toggle(people.length > 0);
      }

      function search() {
        var term = $.trim($input.val());
        if (pending) pending.abort();
        if (term.length < settings.minLength) {
          $list.hide();
          return;
        }
        pending = $.getJSON(settings.url, { q: term, limit: settings.limit })
          .done(function (people) {
            show(people, term);
          })
          .always(function () {
            pending = null;
          });
      }

      $input.on('input', function () {
        clearTimeout(timer);
        timer = setTimeout(search, settings.delay);
      });

      $list.on('mousedown', 'li', function () {
        var person = $(this).data('person');
        $input.val(person.name).trigger('person:selected', person);
        $list.hide();
      });
    });
  };
})(jQuery);
