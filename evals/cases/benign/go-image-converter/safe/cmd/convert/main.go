package main

import (
	"context"
	"flag"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
)

func main() {
	source := flag.String("source", "images", "folder with the originals")
	target := flag.String("target", "public/images", "folder for the results")
	workers := flag.Int("workers", runtime.NumCPU(), "how many conversions at a time")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	failed, err := Convert(ctx, *source, *target, *workers)
	if err != nil {
		slog.Error("cannot convert", "error", err)
		os.Exit(1)
	}
	if failed > 0 {
		slog.Error("some images were not converted", "failed", failed)
		os.Exit(1)
	}
}
