package guestbook

import (
	"bytes"
	"embed"
	"html/template"
	"log/slog"
	"net/http"
)

//go:embed page.html
var files embed.FS

var page = template.Must(template.ParseFS(files, "page.html"))

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
	data := struct {
		Title   string
		Entries []Entry
	}{"Guest book", entries}
	var buf bytes.Buffer
	if err := page.Execute(&buf, data); err != nil {
		p.Log.Error("render guest book", "err", err)
		http.Error(w, "The guest book is closed.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = buf.WriteTo(w)
}
