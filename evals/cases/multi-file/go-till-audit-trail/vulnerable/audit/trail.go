// Package audit keeps the trail that the accountants read, one event a line.
package audit

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// Trail is safe for concurrent use.
type Trail struct {
	mu  sync.Mutex
	out io.Writer
	now func() time.Time
}

// New returns a trail that writes to out.
func New(out io.Writer, now func() time.Time) *Trail {
	return &Trail{out: out, now: now}
}

// Note writes one event and the till where it happened.
func (t *Trail) Note(user int64, action, till string) {
	if till == "" {
		till = "unknown"
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	at := t.now().UTC().Format(time.RFC3339)
	fmt.Fprintf(t.out, "%s user=%d action=%s till=%s\n", at, user, action, till)
}
