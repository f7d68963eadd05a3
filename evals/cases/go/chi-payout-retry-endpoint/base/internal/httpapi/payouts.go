package httpapi

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/treasury/internal/payout"
)

func (s *Server) listPayouts(w http.ResponseWriter, r *http.Request) {
	items, err := s.payouts.Recent(r.Context(), 100)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, items)
}

func (s *Server) getPayout(w http.ResponseWriter, r *http.Request) {
	p, err := s.payouts.Find(r.Context(), chi.URLParam(r, "id"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, p)
}

func (s *Server) cancelPayout(w http.ResponseWriter, r *http.Request) {
	if err := s.payouts.Cancel(r.Context(), chi.URLParam(r, "id")); err != nil {
		s.fail(w, r, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, payout.ErrNotFound) {
		http.NotFound(w, r)
		return
	}
	s.log.ErrorContext(r.Context(), "payouts", "path", r.URL.Path, "err", err)
	http.Error(w, "internal error", http.StatusInternalServerError)
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}
