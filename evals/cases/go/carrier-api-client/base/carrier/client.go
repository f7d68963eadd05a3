package carrier

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

// Config is read from the environment at start.
type Config struct {
	BaseURL string
	Token   string
}

// Client asks the carrier for labels and tracking.
type Client struct {
	cfg  Config
	http *http.Client
}

// Status is one step of a parcel.
type Status struct {
	Code string    `json:"code"`
	At   time.Time `json:"at"`
}

// New returns a client for cfg.
func New(cfg Config) *Client {
	return &Client{cfg: cfg, http: &http.Client{Timeout: 10 * time.Second}}
}

// Track returns the steps of a parcel, oldest first.
func (c *Client) Track(ctx context.Context, parcel string) ([]Status, error) {
	u := c.cfg.BaseURL + "/v2/parcels/" + url.PathEscape(parcel) + "/status"
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.cfg.Token)
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("carrier answered %s", resp.Status)
	}
	var out []Status
	err = json.NewDecoder(io.LimitReader(resp.Body, 1<<20)).Decode(&out)
	return out, err
}
