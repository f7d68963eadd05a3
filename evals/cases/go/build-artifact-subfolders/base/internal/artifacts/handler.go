package artifacts

import (
	"errors"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strconv"

	"github.com/go-chi/chi/v5"

	"example.com/forge/internal/access"
)

// Handler serves what builds leave behind.
type Handler struct {
	root   string
	access *access.Checker
	log    *slog.Logger
}

func NewHandler(root string, checker *access.Checker, log *slog.Logger) *Handler {
	return &Handler{root: root, access: checker, log: log}
}

func (h *Handler) Routes(r chi.Router) {
	r.Get("/builds/{build}/artifact", h.download)
}

// download answers GET /builds/42/artifact?name=report.html
func (h *Handler) download(w http.ResponseWriter, r *http.Request) {
	buildID, err := strconv.ParseInt(chi.URLParam(r, "build"), 10, 64)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if !h.access.CanReadBuild(r.Context(), buildID) {
		http.NotFound(w, r)
		return
	}

	name := r.URL.Query().Get("name")
	if name == "" || name != filepath.Base(name) || name == ".." {
		http.NotFound(w, r)
		return
	}
	path := filepath.Join(h.root, strconv.FormatInt(buildID, 10), name)

	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		http.NotFound(w, r)
		return
	}
	if err != nil {
		h.log.Error("open artifact", "build", buildID, "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	defer f.Close()

	info, err := f.Stat()
	if err != nil || info.IsDir() {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Disposition", "attachment")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	http.ServeContent(w, r, info.Name(), info.ModTime(), f)
}
