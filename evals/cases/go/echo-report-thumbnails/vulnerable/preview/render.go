package preview

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"time"
)

const (
	renderTimeout = 20 * time.Second
	dpi           = 72
)

// Thumbnail renders one page of the PDF at path as a PNG.
func Thumbnail(ctx context.Context, path, page string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, renderTimeout)
	defer cancel()

	line := fmt.Sprintf("pdftoppm -png -singlefile -r %d -f %s -l %s %s | pngquant -", dpi, page, page, path)
	cmd := exec.CommandContext(ctx, "sh", "-c", line)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("pdftoppm: %w: %s", err, errOut.String())
	}
	return out.Bytes(), nil
}
