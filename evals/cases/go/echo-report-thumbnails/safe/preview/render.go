package preview

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"strconv"
	"time"
)

const (
	renderTimeout = 20 * time.Second
	dpi           = 72
)

// Thumbnail renders one page of the PDF at path as a PNG.
func Thumbnail(ctx context.Context, path string, page int) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, renderTimeout)
	defer cancel()

	p := strconv.Itoa(page)
	cmd := exec.CommandContext(ctx, "pdftoppm", "-png", "-singlefile", "-r", strconv.Itoa(dpi), "-f", p, "-l", p, path)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("pdftoppm: %w: %s", err, errOut.String())
	}
	return out.Bytes(), nil
}
