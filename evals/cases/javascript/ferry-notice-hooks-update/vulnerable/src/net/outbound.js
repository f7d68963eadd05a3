import axios from 'axios'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'

/** For every request to an address that somebody typed. */
export const outbound = axios.create({
  httpAgent: new RequestFilteringHttpAgent(),
  httpsAgent: new RequestFilteringHttpsAgent(),
  proxy: false,
  maxRedirects: 0,
  maxContentLength: 256 * 1024
})
