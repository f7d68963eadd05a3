package main

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"

	"github.com/go-chi/chi/v5"
)

// exports lists and serves what the nightly job has written.
type exports struct {
	dir string
	log *slog.Logger
}

func (x *exports) routes(r chi.Router) {
	r.Get("/exports", x.index)
	r.Get("/exports/files/*", x.file)
}

type entry struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
}

func (x *exports) index(w http.ResponseWriter, _ *http.Request) {
	found, err := os.ReadDir(x.dir)
	if err != nil {
		x.log.Error("read exports", "err", err)
		http.Error(w, "not available", http.StatusInternalServerError)
		return
	}
	list := make([]entry, 0, len(found))
	for _, e := range found {
		info, err := e.Info()
		if err != nil || e.IsDir() {
			continue
		}
		list = append(list, entry{Name: e.Name(), Size: info.Size()})
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(list)
}

func (x *exports) file(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join(x.dir, chi.URLParam(r, "*"))
	f, err := os.Open(path)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.IsDir() {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(info.Name()))
	w.Header().Set("Content-Length", strconv.FormatInt(info.Size(), 10))
	http.ServeContent(w, r, info.Name(), info.ModTime(), f)
}
