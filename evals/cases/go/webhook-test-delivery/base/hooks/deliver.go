package hooks

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

const maxAnswer = 4 << 10

// Event is what a webhook receives.
type Event struct {
	Kind string    `json:"kind"`
	At   time.Time `json:"at"`
	Data any       `json:"data"`
}

// Result is what came back.
type Result struct {
	Status int    `json:"status"`
	Body   string `json:"body"`
}

// Encode renders e as it is delivered.
func Encode(e Event) (*bytes.Reader, error) {
	raw, err := json.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("encode event: %w", err)
	}
	return bytes.NewReader(raw), nil
}

// Read takes the part of an answer that is kept.
func Read(ctx context.Context, resp *http.Response) (Result, error) {
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	return Result{Status: resp.StatusCode, Body: string(body)}, err
}
