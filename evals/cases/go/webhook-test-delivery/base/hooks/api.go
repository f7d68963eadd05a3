package hooks

import (
	"encoding/json"
	"net/http"

	"example.com/platform/session"
)

// API is the settings page's back end; session.Require stands before all of it.
type API struct {
	Kinds []string
}

// Mount adds the routes to mux.
func (a *API) Mount(mux *http.ServeMux) {
	mux.Handle("GET /settings/webhooks/kinds", session.Require(http.HandlerFunc(a.kinds)))
}

func (a *API) kinds(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(a.Kinds)
}
