package account

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"time"
)

const (
	resetLifetime = 30 * time.Minute
	tokenLength   = 32
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
	token, err := newToken()
	if err != nil {
		return fmt.Errorf("make token: %w", err)
	}
	sum := sha256.Sum256([]byte(token))
	_, err = r.DB.ExecContext(ctx,
		`INSERT INTO password_resets (account_id, token_sum, expires_at) VALUES ($1, $2, $3)`,
		id, sum[:], time.Now().Add(resetLifetime))
	if err != nil {
		return fmt.Errorf("store reset: %w", err)
	}
	return r.Mail.Send(ctx, email, "Choose a new password", r.Base+"/reset#"+token)
}

func newToken() (string, error) {
	b := make([]byte, tokenLength)
	if _, err := rand.Read(b); err != nil {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(b), nil
}
