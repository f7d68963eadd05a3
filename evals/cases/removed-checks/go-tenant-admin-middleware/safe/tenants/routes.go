package tenants

import "net/http"

// Routes of the tenant settings.
func Routes(mux *http.ServeMux, settings *Settings) {
	guarded := func(pattern string, handler http.HandlerFunc) {
		mux.Handle(pattern, RequireAdmin(handler))
	}
	guarded("GET /tenants/{tenant}/settings", settings.Show)
	guarded("PUT /tenants/{tenant}/settings", settings.Replace)
}
