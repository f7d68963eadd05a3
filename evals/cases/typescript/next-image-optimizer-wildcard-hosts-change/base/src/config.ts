export const config = {
  /** Hosts that the optimizer loads images from. */
  imageHosts: ['media.tidepool.example', 'assets.tidepool.example'],
};
