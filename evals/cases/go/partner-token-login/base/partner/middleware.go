package partner

import (
	"context"
	"net/http"
)

type key struct{}

// MerchantID returns the merchant of a request's context.
func MerchantID(ctx context.Context) (string, bool) {
	id, ok := ctx.Value(key{}).(string)
	return id, ok
}

// Closed answers all requests until partners can sign in.
func Closed(http.Handler) http.Handler {
	return http.NotFoundHandler()
}
