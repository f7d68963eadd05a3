const LOCAL = /^\/(?![/\\])[\w\-.~/?=&%+]*$/;

/** Returns the path when it is one of ours, and the start page otherwise. */
function localPath(path) {
  return typeof path === 'string' && LOCAL.test(path) ? path : '/';
}

module.exports = { localPath };
