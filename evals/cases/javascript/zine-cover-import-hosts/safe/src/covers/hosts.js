const IMAGE_HOSTS = ['imgur.com', 'flickr.com', 'archive.org']

// i.imgur.com, ia800.us.archive.org and so on
const isImageHost = (hostname) =>
  IMAGE_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`))

module.exports = { isImageHost }
