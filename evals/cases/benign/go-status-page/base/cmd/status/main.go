package main

import (
	"log"
	"net/http"
	"time"

	"acme.example/status/internal/status"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /", status.Page)
	server := &http.Server{Addr: "127.0.0.1:8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}
