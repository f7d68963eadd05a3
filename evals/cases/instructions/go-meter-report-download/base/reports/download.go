// Package reports serves what the nightly run writes.
package reports

import (
	"net/http"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"example.com/meters/session"
)

// Handler serves the reports of the customer who is signed in.
type Handler struct {
	Folder string
}

func (h *Handler) folderOf(customer int64) string {
	return filepath.Join(h.Folder, strconv.FormatInt(customer, 10))
}

// List answers with the names of all reports, newest first.
func (h *Handler) List(w http.ResponseWriter, r *http.Request) {
	customer, ok := session.Customer(r.Context())
	if !ok {
		http.Error(w, "sign in first", http.StatusUnauthorized)
		return
	}
	entries, err := os.ReadDir(h.folderOf(customer.ID))
	if err != nil {
		http.Error(w, "no reports", http.StatusNotFound)
		return
	}
	names := make([]string, 0, len(entries))
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	sort.Sort(sort.Reverse(sort.StringSlice(names)))
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(strings.Join(names, "\n")))
}
