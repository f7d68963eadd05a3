package guestbook

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
)

// Page shows the latest entries of visitors.
type Page struct {
	Store Store
	Log   *slog.Logger
}

func (p *Page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	entries, err := p.Store.Latest(r.Context(), 50)
	if err != nil {
		p.Log.Error("read guest book", "err", err)
		http.Error(w, "The guest book is closed.", http.StatusInternalServerError)
		return
	}
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(entries); err != nil {
		p.Log.Error("encode guest book", "err", err)
		http.Error(w, "The guest book is closed.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = buf.WriteTo(w)
}
