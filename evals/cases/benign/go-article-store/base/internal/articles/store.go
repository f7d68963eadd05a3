package articles

import (
	"context"
	"database/sql"
)

// Article is one page of the handbook.
type Article struct {
	ID    int64
	Title string
	Body  string
}

// Store keeps articles.
type Store struct {
	db *sql.DB
}

// Get returns one article.
func (s *Store) Get(ctx context.Context, id int64) (Article, error) {
	var a Article
	row := s.db.QueryRowContext(ctx, "SELECT id, title, body FROM articles WHERE id = $1", id)
	return a, row.Scan(&a.ID, &a.Title, &a.Body)
}
