package orders

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// Order is one row of the orders table.
type Order struct {
	ID         uint64    `json:"id"`
	CustomerID uint64    `json:"customer_id"`
	Status     string    `json:"status"`
	TotalCents int64     `json:"total_cents"`
	CreatedAt  time.Time `json:"created_at"`
}

// Store reads orders.
type Store struct {
	db *gorm.DB
}

// NewStore returns a store on db.
func NewStore(db *gorm.DB) *Store {
	return &Store{db: db}
}

// Latest returns the most recent orders, at most limit.
func (s *Store) Latest(ctx context.Context, limit int) ([]Order, error) {
	var out []Order
	err := s.db.WithContext(ctx).Order("created_at DESC").Limit(limit).Find(&out).Error
	return out, err
}
