const express = require('express');
const members = require('../stores/members');
const posts = require('../stores/posts');

const router = express.Router();

router.get('/:id(\\d{1,10})', async (req, res, next) => {
  try {
    const member = await members.publicProfile(Number(req.params.id));
    if (!member) return next();
    res.render('members/show', { member, posts: await posts.latestBy(member.id, 10) });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
