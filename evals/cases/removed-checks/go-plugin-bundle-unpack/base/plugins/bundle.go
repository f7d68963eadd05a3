// Package plugins installs plugins that tenants upload.
package plugins

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

const (
	maxEntry = 32 << 20
	maxFiles = 200
)

// ErrBundle says that an upload is not a plugin bundle.
var ErrBundle = errors.New("not a plugin bundle")

// Unpack writes the files of a bundle under dir, which must exist.
func Unpack(bundle *zip.Reader, dir string) error {
	if len(bundle.File) > maxFiles {
		return ErrBundle
	}
	for _, entry := range bundle.File {
		if entry.FileInfo().IsDir() {
			continue
		}
		target := filepath.Join(dir, entry.Name)
		if !strings.HasPrefix(target, filepath.Clean(dir)+string(os.PathSeparator)) {
			return fmt.Errorf("%w: %q", ErrBundle, entry.Name)
		}
		if err := os.MkdirAll(filepath.Dir(target), 0o750); err != nil {
			return err
		}
		in, err := entry.Open()
		if err != nil {
			return err
		}
		body, err := io.ReadAll(io.LimitReader(in, maxEntry))
		in.Close()
		if err != nil {
			return err
		}
		if err := os.WriteFile(target, body, 0o640); err != nil {
			return err
		}
	}
	return nil
}
