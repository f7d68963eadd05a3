import got from 'got'
import { useAgent } from 'request-filtering-agent'

/** For addresses that customers have typed: no private networks, no redirects. */
export function guardedClient (url) {
  const agent = useAgent(url)
  return got.extend({
    agent: { http: agent, https: agent },
    followRedirect: false,
    retry: { limit: 0 },
    timeout: { request: 8000 }
  })
}
