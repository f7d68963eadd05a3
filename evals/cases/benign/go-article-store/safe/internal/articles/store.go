package articles

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
)

const (
	columns = "id, title, body"
	batch   = 200
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

// NewStore returns a store in a database.
func NewStore(db *sql.DB) *Store {
	return &Store{db: db}
}

// Get returns one article.
func (s *Store) Get(ctx context.Context, id int64) (Article, error) {
	row := s.db.QueryRowContext(ctx, "SELECT "+columns+" FROM articles WHERE id = $1", id)
	return scan(row)
}

// Many returns the articles of those ids by id; the missing ones are left out.
func (s *Store) Many(ctx context.Context, ids []int64) (map[int64]Article, error) {
	found := make(map[int64]Article, len(ids))
	for start := 0; start < len(ids); start += batch {
		part := ids[start:min(start+batch, len(ids))]
		if err := s.readBatch(ctx, part, found); err != nil {
			return nil, fmt.Errorf("articles %d to %d: %w", start, start+len(part), err)
		}
	}
	return found, nil
}

func (s *Store) readBatch(ctx context.Context, ids []int64, found map[int64]Article) error {
	marks, values := placeholders(ids)
	rows, err := s.db.QueryContext(ctx, "SELECT "+columns+" FROM articles WHERE id IN ("+marks+")", values...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		a, err := scan(rows)
		if err != nil {
			return err
		}
		found[a.ID] = a
	}
	return rows.Err()
}

type scanner interface {
	Scan(into ...any) error
}

func scan(row scanner) (Article, error) {
	var a Article
	err := row.Scan(&a.ID, &a.Title, &a.Body)
	return a, err
}

func placeholders(ids []int64) (string, []any) {
	marks := make([]string, len(ids))
	values := make([]any, len(ids))
	for i, id := range ids {
		marks[i] = "$" + strconv.Itoa(i+1)
		values[i] = id
	}
	return strings.Join(marks, ", "), values
}
