// Package warehouse asks the warehouse what is in stock.
package warehouse

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

const maxAnswer = 1 << 20

// Client is safe for concurrent use.
type Client struct {
	base *url.URL
	http *http.Client
}

// Stock is how many pieces of an article there are.
type Stock struct {
	Article string `json:"article"`
	Pieces  int    `json:"pieces"`
}

// New returns a client for the warehouse's gateway inside of our network.
func New(base *url.URL) *Client {
	return &Client{base: base, http: &http.Client{Timeout: 10 * time.Second}}
}

// Stock asks for one article.
func (c *Client) Stock(ctx context.Context, article string) (Stock, error) {
	var stock Stock
	address := c.base.JoinPath("stock", url.PathEscape(article))
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address.String(), nil)
	if err != nil {
		return stock, err
	}
	response, err := c.http.Do(request)
	if err != nil {
		return stock, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return stock, fmt.Errorf("warehouse: answered %s", response.Status)
	}
	err = json.NewDecoder(io.LimitReader(response.Body, maxAnswer)).Decode(&stock)
	return stock, err
}
