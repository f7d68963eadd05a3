package tenants

import "net/http"

// Routes of the tenant settings.
func Routes(mux *http.ServeMux, settings *Settings) {
	mux.Handle("GET /tenants/{tenant}/settings", RequireAdmin(http.HandlerFunc(settings.Show)))
	mux.Handle("PUT /tenants/{tenant}/settings", RequireAdmin(http.HandlerFunc(settings.Replace)))
}
