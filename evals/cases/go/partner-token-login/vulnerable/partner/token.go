package partner

import (
	"errors"
	"fmt"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const (
	issuer   = "https://portal.partner.example"
	audience = "fulfilment"
)

// Identity is who a partner's token speaks for.
type Identity struct {
	MerchantID string
	Roles      []string
}

type claims struct {
	jwt.RegisteredClaims
	Merchant string   `json:"merchant"`
	Roles    []string `json:"roles"`
}

// Tokens turns bearer tokens into identities.
type Tokens struct {
	Now func() time.Time
}

var errToken = errors.New("the token is not acceptable")

// Identify returns the merchant that a token was issued for.
func (t *Tokens) Identify(raw string) (Identity, error) {
	var c claims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &c); err != nil {
		return Identity{}, fmt.Errorf("%w: %v", errToken, err)
	}
	if c.Issuer != issuer || c.ExpiresAt == nil || c.ExpiresAt.Before(t.Now()) {
		return Identity{}, errToken
	}
	if len(c.Audience) != 1 || c.Audience[0] != audience {
		return Identity{}, errToken
	}
	if c.Merchant == "" {
		return Identity{}, errToken
	}
	return Identity{MerchantID: c.Merchant, Roles: c.Roles}, nil
}
