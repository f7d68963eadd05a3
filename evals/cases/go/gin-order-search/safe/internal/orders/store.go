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

// Filter narrows the list shown to support.
type Filter struct {
	Status string
	Since  time.Time
	Newest bool
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
func (s *Store) Latest(ctx context.Context, f Filter, limit int) ([]Order, error) {
	q := s.db.WithContext(ctx).Model(&Order{})
	if f.Status != "" {
		q = q.Where("status = ?", f.Status)
	}
	if !f.Since.IsZero() {
		q = q.Where("created_at >= ?", f.Since)
	}
	order := "created_at ASC"
	if f.Newest {
		order = "created_at DESC"
	}
	var out []Order
	err := q.Order(order).Limit(limit).Find(&out).Error
	return out, err
}
