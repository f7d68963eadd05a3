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

// Deliverer posts events to the addresses of customers.
type Deliverer struct {
	client *http.Client
}

// NewDeliverer returns a deliverer that follows no redirects.
func NewDeliverer() *Deliverer {
	return &Deliverer{client: &http.Client{
		Timeout: 5 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse
		},
	}}
}

// Test sends a ping to url and returns the start of the answer.
func (d *Deliverer) Test(ctx context.Context, url string) (Result, error) {
	raw, err := json.Marshal(Event{Kind: "ping", At: time.Now().UTC()})
	if err != nil {
		return Result{}, fmt.Errorf("encode event: %w", err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(raw))
	if err != nil {
		return Result{}, err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := d.client.Do(req)
	if err != nil {
		return Result{}, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	return Result{Status: resp.StatusCode, Body: string(body)}, err
}
