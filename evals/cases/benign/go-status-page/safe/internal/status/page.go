// Package status shows how the services are.
package status

import (
	"bytes"
	"embed"
	"html/template"
	"log/slog"
	"net/http"
	"time"
)

//go:embed page.html
var files embed.FS

var page = template.Must(template.ParseFS(files, "page.html"))

const shown = 30 * 24 * time.Hour

// Page lists the incidents of the last month.
type Page struct {
	Store *Store
	Now   func() time.Time
}

func (p *Page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	incidents, err := p.Store.Since(r.Context(), p.Now().Add(-shown), r.URL.Query().Get("order"))
	if err != nil {
		slog.ErrorContext(r.Context(), "no status page", "error", err)
		http.Error(w, "the status is not known right now", http.StatusServiceUnavailable)
		return
	}
	var body bytes.Buffer
	if err := page.Execute(&body, incidents); err != nil {
		slog.ErrorContext(r.Context(), "no status page", "error", err)
		http.Error(w, "the status cannot be shown", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'self'")
	w.Header().Set("Cache-Control", "public, max-age=30")
	_, _ = body.WriteTo(w)
}
