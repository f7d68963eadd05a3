'use strict';

const { Router } = require('express');
const members = require('../controllers/members');
const loadMember = require('../middleware/load-member');

const router = Router();

// answers 401 without a session, and puts the Member row on the request
router.use(loadMember);

router.get('/me', members.showMe);
router.patch('/me', members.updateMe);
router.get('/teammates', members.teammates);

module.exports = router;
