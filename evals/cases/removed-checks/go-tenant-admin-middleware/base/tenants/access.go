package tenants

import (
	"context"
	"net/http"
)

// User is the caller, as the session says.
type User struct {
	ID      string
	Tenant  string
	Admin   bool
	Support bool
}

type userKey struct{}

// WithUser returns a context that carries the caller.
func WithUser(ctx context.Context, user *User) context.Context {
	return context.WithValue(ctx, userKey{}, user)
}

// RequireAdmin lets administrators of the tenant in the path pass.
func RequireAdmin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, ok := r.Context().Value(userKey{}).(*User)
		if !ok {
			http.Error(w, "please sign in", http.StatusUnauthorized)
			return
		}
		if !user.Admin || user.Tenant != r.PathValue("tenant") {
			http.Error(w, "this needs an administrator", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
