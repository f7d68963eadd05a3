package ingest

import (
	"encoding/json"
	"log/slog"
	"net/http"
)

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
	var points []Point
	decoder := json.NewDecoder(r.Body)
	for decoder.More() {
		var point Point
		if err := decoder.Decode(&point); err != nil {
			http.Error(w, "the body is not a sequence of points", http.StatusBadRequest)
			return
		}
		points = append(points, point)
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
