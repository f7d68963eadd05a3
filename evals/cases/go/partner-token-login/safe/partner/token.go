package partner

import (
	"crypto/ecdsa"
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
	Key *ecdsa.PublicKey
}

var errToken = errors.New("the token is not acceptable")

// Identify returns the merchant that a token was issued for.
func (t *Tokens) Identify(raw string) (Identity, error) {
	var c claims
	_, err := jwt.ParseWithClaims(raw, &c, func(*jwt.Token) (any, error) { return t.Key, nil },
		jwt.WithValidMethods([]string{"ES256"}),
		jwt.WithIssuer(issuer),
		jwt.WithAudience(audience),
		jwt.WithExpirationRequired(),
		jwt.WithTimeFunc(t.Now),
	)
	if err != nil {
		return Identity{}, fmt.Errorf("%w: %v", errToken, err)
	}
	if c.Merchant == "" {
		return Identity{}, errToken
	}
	return Identity{MerchantID: c.Merchant, Roles: c.Roles}, nil
}
