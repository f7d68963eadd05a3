'use strict';

const Member = require('../models/member');

const PAGE = 50;

/**
 * The members of the same chapter who want to be listed.
 */
exports.visibleTo = (user) =>
  Member.find({ chapter: user.chapter, listed: true })
    .sort({ name: 1 })
    .limit(PAGE)
    .lean({ virtuals: true });

exports.count = (user) => Member.countDocuments({ chapter: user.chapter, listed: true });
