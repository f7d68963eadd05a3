package wallet

import (
	"context"
	"database/sql"
)

// Service keeps balances.
type Service struct {
	db *sql.DB
}

// NewService returns a service on db.
func NewService(db *sql.DB) *Service {
	return &Service{db: db}
}

// Balance returns what an account may spend, in cents.
func (s *Service) Balance(ctx context.Context, accountID int64) (int64, error) {
	var cents int64
	err := s.db.QueryRowContext(ctx, `SELECT balance_cents FROM accounts WHERE id = $1`, accountID).Scan(&cents)
	return cents, err
}
