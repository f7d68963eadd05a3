export interface AppEnv {
  Bindings: {
    DB: D1Database
    API_KEY: string
  }
}
