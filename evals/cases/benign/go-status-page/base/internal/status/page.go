// Package status shows how the services are.
package status

import "net/http"

// Page answers with a fixed text.
func Page(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Write([]byte("all services run\n"))
}
