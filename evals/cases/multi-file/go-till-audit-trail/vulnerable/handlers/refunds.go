package handlers

import (
	"encoding/json"
	"net/http"

	"example.com/kiosk/audit"
	"example.com/kiosk/refunds"
	"example.com/kiosk/session"
)

// Refunds lets cashiers pay money back.
type Refunds struct {
	Ledger *refunds.Ledger
	Trail  *audit.Trail
}

type refundBody struct {
	Receipt int64 `json:"receipt"`
	Cents   int64 `json:"cents"`
}

func (h *Refunds) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	cashier, ok := session.Cashier(r.Context())
	if !ok {
		http.Error(w, "sign in first", http.StatusUnauthorized)
		return
	}
	var body refundBody
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 4096)).Decode(&body); err != nil {
		http.Error(w, "not a refund", http.StatusBadRequest)
		return
	}
	if err := h.Ledger.Refund(r.Context(), cashier, body.Receipt, body.Cents); err != nil {
		http.Error(w, "refund is not possible", http.StatusConflict)
		return
	}
	h.Trail.Note(cashier.ID, "refund", r.Header.Get("X-Till-Name"))
	w.WriteHeader(http.StatusNoContent)
}
