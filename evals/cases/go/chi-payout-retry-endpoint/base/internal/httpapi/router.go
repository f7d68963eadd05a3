package httpapi

import (
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func (s *Server) Router() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.RequestID)
	r.Use(middleware.Recoverer)
	r.Use(middleware.Timeout(15 * time.Second))

	r.Get("/healthz", s.health)

	r.Route("/v1", func(r chi.Router) {
		r.Group(func(r chi.Router) {
			r.Use(s.authn.RequireOperator)
			r.Use(s.authn.RequireRole("finance"))

			r.Get("/payouts", s.listPayouts)
			r.Get("/payouts/{id}", s.getPayout)
			r.Post("/payouts/{id}/cancel", s.cancelPayout)
		})
	})
	return r
}
