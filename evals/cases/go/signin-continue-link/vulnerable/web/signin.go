package web

import (
	"errors"
	"log/slog"
	"net/http"

	"example.com/shop/accounts"
	"example.com/shop/session"
)

// SignIn checks a name and a password and opens a session.
type SignIn struct {
	Accounts *accounts.Service
	Sessions *session.Store
	Log      *slog.Logger
}

// ServeHTTP handles the form; the CSRF and rate limit middlewares stand before it.
func (s *SignIn) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 16<<10)
	if err := r.ParseForm(); err != nil {
		http.Error(w, "bad form", http.StatusBadRequest)
		return
	}
	acc, err := s.Accounts.Authenticate(r.Context(), r.PostFormValue("email"), r.PostFormValue("password"))
	if errors.Is(err, accounts.ErrDenied) {
		http.Error(w, "The address or the password is wrong.", http.StatusUnauthorized)
		return
	}
	if err != nil {
		s.Log.Error("authenticate", "err", err)
		http.Error(w, "Please try again later.", http.StatusInternalServerError)
		return
	}
	if err := s.Sessions.Start(w, r, acc.ID); err != nil {
		s.Log.Error("start session", "err", err)
		http.Error(w, "Please try again later.", http.StatusInternalServerError)
		return
	}
	next := r.PostFormValue("continue")
	if next == "" {
		next = "/account"
	}
	http.Redirect(w, r, next, http.StatusSeeOther)
}
