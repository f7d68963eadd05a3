package hooks

import (
	"encoding/json"
	"net/http"

	"example.com/platform/session"
)

// API is the settings page's back end; session.Require stands before all of it.
type API struct {
	Deliver *Deliverer
	Kinds   []string
}

// Mount adds the routes to mux.
func (a *API) Mount(mux *http.ServeMux) {
	mux.Handle("GET /settings/webhooks/kinds", session.Require(http.HandlerFunc(a.kinds)))
	mux.Handle("POST /settings/webhooks/test", session.RequireWithCSRF(http.HandlerFunc(a.test)))
}

func (a *API) kinds(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(a.Kinds)
}

func (a *API) test(w http.ResponseWriter, r *http.Request) {
	var in struct {
		URL string `json:"url"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 8<<10)).Decode(&in); err != nil {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	res, err := a.Deliver.Test(r.Context(), in.URL)
	if err != nil {
		http.Error(w, "the webhook could not be reached", http.StatusBadGateway)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(res)
}
