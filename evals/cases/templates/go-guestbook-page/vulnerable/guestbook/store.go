package guestbook

import (
	"context"
	"database/sql"
	"time"
)

// Entry is what one visitor wrote.
type Entry struct {
	Name      string    `json:"name"`
	Message   string    `json:"message"`
	WrittenAt time.Time `json:"written_at"`
}

// Store reads entries.
type Store struct {
	DB *sql.DB
}

// Latest returns the newest entries, at most limit.
func (s Store) Latest(ctx context.Context, limit int) ([]Entry, error) {
	rows, err := s.DB.QueryContext(ctx,
		`SELECT name, message, written_at FROM entries ORDER BY written_at DESC LIMIT $1`, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Entry
	for rows.Next() {
		var e Entry
		if err := rows.Scan(&e.Name, &e.Message, &e.WrittenAt); err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, rows.Err()
}
