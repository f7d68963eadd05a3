package wallet

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// ErrCard says that a code is unknown or was used before.
var ErrCard = errors.New("this gift card cannot be redeemed")

// Redeem adds the value of a gift card to the account's balance and returns the value.
func (s *Service) Redeem(ctx context.Context, accountID int64, code string) (int64, error) {
	var amount int64
	var redeemed sql.NullTime
	err := s.db.QueryRowContext(ctx,
		`SELECT amount_cents, redeemed_at FROM gift_cards WHERE code = $1`, code).Scan(&amount, &redeemed)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, ErrCard
	}
	if err != nil {
		return 0, fmt.Errorf("find card: %w", err)
	}
	if redeemed.Valid {
		return 0, ErrCard
	}

	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer func() { _ = tx.Rollback() }()

	if _, err := tx.ExecContext(ctx,
		`UPDATE gift_cards SET redeemed_by = $1, redeemed_at = now() WHERE code = $2`, accountID, code); err != nil {
		return 0, fmt.Errorf("mark card: %w", err)
	}
	if _, err := tx.ExecContext(ctx,
		`UPDATE accounts SET balance_cents = balance_cents + $1 WHERE id = $2`, amount, accountID); err != nil {
		return 0, fmt.Errorf("credit account: %w", err)
	}
	return amount, tx.Commit()
}
