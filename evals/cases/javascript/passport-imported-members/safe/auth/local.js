const { Strategy: LocalStrategy } = require('passport-local');
const bcrypt = require('bcrypt');
const { sendChooseLink } = require('../mail/choose-link');
const Members = require('../store/members');

const REFUSED = { message: 'Number and password do not match.' };

function verify(number, password, done) {
  Members.byNumber(number)
    .then((member) => {
      if (!member || !member.active) {
        return done(null, false, REFUSED);
      }
      if (!member.passwordHash) {
        // came over with the merger, picks a password through the mailed link
        return sendChooseLink(member).then(() => done(null, false, REFUSED));
      }
      return bcrypt
        .compare(password, member.passwordHash)
        .then((same) => (same ? done(null, member) : done(null, false, REFUSED)));
    })
    .catch(done);
}

module.exports = new LocalStrategy({ usernameField: 'number' }, verify);
