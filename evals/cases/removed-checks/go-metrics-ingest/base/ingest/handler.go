package ingest

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
)

const maxBody = 4 << 20

// Point is one measurement of one series.
type Point struct {
	Series string  `json:"series"`
	Time   int64   `json:"time"`
	Value  float64 `json:"value"`
}

// Sink stores points.
type Sink interface {
	Write(tenant string, points []Point) error
}

// Handler takes measurements of authenticated agents.
type Handler struct {
	Sink Sink
}

// Register adds the routes of the handler.
func (h *Handler) Register(mux *http.ServeMux, agent func(http.Handler) http.Handler) {
	mux.Handle("POST /v1/points", agent(http.HandlerFunc(h.write)))
}

func (h *Handler) write(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "the body is too large", http.StatusRequestEntityTooLarge)
		return
	}
	var points []Point
	if err := json.Unmarshal(body, &points); err != nil {
		http.Error(w, "the body is not a list of points", http.StatusBadRequest)
		return
	}
	h.store(w, r, points)
}

func (h *Handler) store(w http.ResponseWriter, r *http.Request, points []Point) {
	if err := h.Sink.Write(TenantOf(r.Context()), points); err != nil {
		slog.Error("points were not stored", "error", err)
		http.Error(w, "try again later", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}
