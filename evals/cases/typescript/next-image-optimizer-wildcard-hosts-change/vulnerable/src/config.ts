export const config = {
  /** Hosts that the optimizer loads images from; "*." stands for any subdomain. */
  imageHosts: ['media.tidepool.example', '*.tidepoolcdn.example'],
};
