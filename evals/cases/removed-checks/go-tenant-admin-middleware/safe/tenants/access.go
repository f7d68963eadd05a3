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

// mayAdminister is true for support staff everywhere and for administrators at home.
func (u *User) mayAdminister(tenant string) bool {
	if u.Support {
		return true
	}
	return u.Admin && u.Tenant == tenant
}

// RequireAdmin lets administrators of the tenant in the path and our support staff pass.
func RequireAdmin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, ok := r.Context().Value(userKey{}).(*User)
		if !ok {
			http.Error(w, "please sign in", http.StatusUnauthorized)
			return
		}
		if !user.mayAdminister(r.PathValue("tenant")) {
			http.Error(w, "this needs an administrator", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
