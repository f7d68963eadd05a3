package main

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"
)

// exports lists and serves what the nightly job has written.
type exports struct {
	dir string
	log *slog.Logger
}

func (x *exports) routes(r chi.Router) {
	r.Get("/exports", x.index)
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
