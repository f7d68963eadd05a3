package status

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Incident is one disturbance, as the people on call described it.
type Incident struct {
	ID      int64
	Service string
	Title   string
	Detail  string
	Began   time.Time
	Ended   sql.NullTime
}

// Open says whether the incident goes on.
func (i Incident) Open() bool { return !i.Ended.Valid }

var orders = map[string]string{
	"newest":  "began DESC, id DESC",
	"oldest":  "began, id",
	"service": "service, began DESC",
}

const limit = 100

// Store reads incidents.
type Store struct {
	DB *sql.DB
}

// Since returns the incidents after a moment, in one of the known orders.
func (s *Store) Since(ctx context.Context, moment time.Time, order string) ([]Incident, error) {
	clause, ok := orders[order]
	if !ok {
		clause = orders["newest"]
	}
	query := fmt.Sprintf(`SELECT id, service, title, detail, began, ended
		FROM incidents WHERE began >= $1 ORDER BY %s LIMIT %d`, clause, limit)
	rows, err := s.DB.QueryContext(ctx, query, moment)
	if err != nil {
		return nil, fmt.Errorf("read incidents: %w", err)
	}
	defer rows.Close()
	var found []Incident
	for rows.Next() {
		var i Incident
		if err := rows.Scan(&i.ID, &i.Service, &i.Title, &i.Detail, &i.Began, &i.Ended); err != nil {
			return nil, fmt.Errorf("read an incident: %w", err)
		}
		found = append(found, i)
	}
	return found, rows.Err()
}
