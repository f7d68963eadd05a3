const { Router } = require('express');
const escapeHtml = require('escape-html');
const timetable = require('./timetable');

class PageBuilder {
  constructor(title) {
    this.parts = ['<!doctype html><meta charset="utf-8"><title>' + title + '</title>'];
  }

  add(html) {
    this.parts.push(html);
    return this;
  }

  toString() {
    return this.parts.join('\n');
  }
}

const router = Router();

router.get('/print', function (req, res, next) {
  const query = { from: String(req.query.from || ''), to: String(req.query.to || '') };
  const from = escapeHtml(query.from);
  const to = escapeHtml(query.to);
  timetable.between(query.from, query.to, function (err, sailings) {
    if (err) return next(err);
    const page = new PageBuilder('Timetable');
    page.add('<h1>' + from + ' &ndash; ' + to + '</h1>');
    if (sailings.length === 0) {
      page.add('<p class="empty">No sailings from ' + from + ' today.</p>');
    }
    for (const sailing of sailings) {
      // departure and arrival are minutes of the day
      page.add('<div>' + timetable.clock(sailing.departure) + ' / ' + timetable.clock(sailing.arrival) + '</div>');
    }
    res.send(page.toString());
  });
});

module.exports = router;
