export type Scope = 'read' | 'write'

export interface ApiKey {
  name: string
  secret: string
  scopes: Scope[]
}

export interface AppEnv {
  Bindings: {
    DB: D1Database
    /** JSON list of ApiKey */
    API_KEYS: string
  }
  Variables: {
    keyName: string
  }
}
