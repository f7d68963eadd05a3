const IMAGE_HOSTS = ['imgur.com', 'flickr.com', 'archive.org']

// i.imgur.com, live.staticflickr.com and so on
const isImageHost = (hostname) => IMAGE_HOSTS.some((host) => hostname.endsWith(host))

module.exports = { isImageHost }
