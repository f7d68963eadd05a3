'use strict';

const Member = require('../models/member');

const PAGE = 50;

/**
 * A page of the members of the same chapter who want to be listed.
 */
exports.visibleTo = (user, criteria, page) => {
  const filter = { ...criteria, chapter: user.chapter, listed: true };
  return Member.find(filter)
    .sort({ name: 1 })
    .skip((Math.max(page, 1) - 1) * PAGE)
    .limit(PAGE)
    .lean({ virtuals: true });
};

exports.count = (user) => Member.countDocuments({ chapter: user.chapter, listed: true });
