(function ($) {
  'use strict';

  var DELAY = 250;

  function CompanyTypeahead(input, options) {
    this.$input = $(input);
    this.$menu = $('<ul class="typeahead" hidden></ul>').insertAfter(this.$input);
    this.options = $.extend({ url: '/companies/suggest', min: 2 }, options);
    this.timer = null;
    this.bind();
  }

  CompanyTypeahead.prototype.bind = function () {
    var self = this;
    this.$input.on('input', function () {
      clearTimeout(self.timer);
      self.timer = setTimeout(function () { self.lookup(); }, DELAY);
    });
    this.$menu.on('click', 'li', function () {
      self.$input.val($(this).data('name')).trigger('change');
      self.$menu.prop('hidden', true);
    });
  };

  CompanyTypeahead.prototype.lookup = function () {
    var self = this;
    var q = $.trim(this.$input.val());
    if (q.length < this.options.min) {
      this.$menu.prop('hidden', true);
      return;
    }
    $.getJSON(this.options.url, { q: q }).done(function (companies) {
      self.render(companies);
    });
  };

  CompanyTypeahead.prototype.render = function (companies) {
    var $menu = this.$menu;
    var rows = $.map(companies, function (c) {
      var $row = $('<li><strong></strong> <small></small></li>').data('name', c.name);
      $row.find('strong').text(c.name);
      $row.find('small').text(c.city || '');
      return $row;
    });
    $menu.empty().append(rows);
    $menu.prop('hidden', companies.length === 0);
  };

  $.fn.companyTypeahead = function (options) {
    return this.each(function () {
      new CompanyTypeahead(this, options);
    });
  };
})(jQuery);
