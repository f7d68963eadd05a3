package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const (
	program = "/usr/bin/cwebp"
	timeout = time.Minute
)

var (
	widths    = []int{320, 640, 1280}
	originals = map[string]bool{".png": true, ".jpg": true, ".jpeg": true}
)

type job struct {
	original string
	result   string
	width    int
}

// Convert writes every original in all widths and returns how many conversions failed.
func Convert(ctx context.Context, source, target string, workers int) (int64, error) {
	jobs, err := plan(source, target)
	if err != nil {
		return 0, err
	}
	if err := os.MkdirAll(target, 0o755); err != nil {
		return 0, err
	}
	queue := make(chan job)
	var failed atomic.Int64
	var group sync.WaitGroup
	for range max(workers, 1) {
		group.Add(1)
		go func() {
			defer group.Done()
			for j := range queue {
				if err := j.run(ctx); err != nil {
					failed.Add(1)
					slog.Warn("not converted", "image", j.original, "width", j.width, "error", err)
				}
			}
		}()
	}
	for _, j := range jobs {
		queue <- j
	}
	close(queue)
	group.Wait()
	return failed.Load(), nil
}

func plan(source, target string) ([]job, error) {
	entries, err := os.ReadDir(source)
	if err != nil {
		return nil, err
	}
	var jobs []job
	for _, entry := range entries {
		extension := filepath.Ext(entry.Name())
		if !entry.Type().IsRegular() || !originals[strings.ToLower(extension)] {
			continue
		}
		stem := strings.TrimSuffix(entry.Name(), extension)
		for _, width := range widths {
			result := filepath.Join(target, fmt.Sprintf("%s-%d.webp", stem, width))
			jobs = append(jobs, job{filepath.Join(source, entry.Name()), result, width})
		}
	}
	return jobs, nil
}

func (j job) run(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	command := exec.CommandContext(ctx, program, "-quiet", "-q", "82", "-resize", strconv.Itoa(j.width), "0", "-o", j.result, "--", j.original)
	output, err := command.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w: %s", err, strings.TrimSpace(string(output)))
	}
	return nil
}
