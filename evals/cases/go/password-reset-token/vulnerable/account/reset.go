package account

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"math/rand"
	"time"
)

const (
	resetLifetime = 30 * time.Minute
	tokenLength   = 40
	alphabet      = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
)

// Resets creates links that let somebody choose a new password.
type Resets struct {
	DB   *sql.DB
	Mail Mailer
	Base string
}

// Start mails a link when the address belongs to an account, and says nothing otherwise.
func (r *Resets) Start(ctx context.Context, email string) error {
	var id int64
	err := r.DB.QueryRowContext(ctx, `SELECT id FROM accounts WHERE email = $1`, email).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("find account: %w", err)
	}
	token := newToken()
	sum := sha256.Sum256([]byte(token))
	_, err = r.DB.ExecContext(ctx,
		`INSERT INTO password_resets (account_id, token_sum, expires_at) VALUES ($1, $2, $3)`,
		id, sum[:], time.Now().Add(resetLifetime))
	if err != nil {
		return fmt.Errorf("store reset: %w", err)
	}
	return r.Mail.Send(ctx, email, "Choose a new password", r.Base+"/reset#"+token)
}

func newToken() string {
	rng := rand.New(rand.NewSource(time.Now().UnixNano()))
	b := make([]byte, tokenLength)
	for i := range b {
		b[i] = alphabet[rng.Intn(len(alphabet))]
	}
	return string(b)
}
