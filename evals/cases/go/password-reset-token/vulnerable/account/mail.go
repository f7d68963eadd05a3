package account

import "context"

// Mailer sends a plain text message to one address.
type Mailer interface {
	Send(ctx context.Context, to, subject, body string) error
}
