package web

import (
	"io"
	"net/http"
	"os"

	"example.com/shopfront/bundle"
	"example.com/shopfront/session"
)

const maxUpload = 8 << 20

// Themes lets shop owners install the look of their shop.
type Themes struct {
	Folder func(shop int64) string
}

// Install unpacks an uploaded bundle into the folder of the owner's shop.
func (t *Themes) Install(w http.ResponseWriter, r *http.Request) {
	owner, ok := session.Owner(r.Context())
	if !ok {
		http.Error(w, "sign in first", http.StatusUnauthorized)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxUpload)
	upload, _, err := r.FormFile("bundle")
	if err != nil {
		http.Error(w, "no bundle", http.StatusBadRequest)
		return
	}
	defer upload.Close()

	spool, err := os.CreateTemp("", "theme-*.zip")
	if err != nil {
		http.Error(w, "try again later", http.StatusInternalServerError)
		return
	}
	defer os.Remove(spool.Name())
	defer spool.Close()

	if _, err := io.Copy(spool, upload); err != nil {
		http.Error(w, "no bundle", http.StatusBadRequest)
		return
	}
	if err := bundle.Unpack(spool.Name(), t.Folder(owner.ShopID)); err != nil {
		http.Error(w, "this bundle cannot be used", http.StatusUnprocessableEntity)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
