const IMAGE_HOSTS = ['imgur.com', 'flickr.com', 'archive.org']

const isImageHost = (hostname) => IMAGE_HOSTS.includes(hostname)

module.exports = { isImageHost }
