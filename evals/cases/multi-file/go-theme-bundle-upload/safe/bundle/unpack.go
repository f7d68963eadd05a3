// Package bundle reads theme bundles.
package bundle

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

const (
	maxFiles = 200
	maxBytes = 4 << 20
)

// ErrBundle says that a bundle is not one of ours.
var ErrBundle = errors.New("not a theme bundle")

// Unpack writes the files of a bundle into dir.
func Unpack(path, dir string) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return ErrBundle
	}
	defer archive.Close()
	if len(archive.File) > maxFiles {
		return ErrBundle
	}
	for _, entry := range archive.File {
		if !entry.Mode().IsRegular() {
			continue
		}
		if err := write(entry, dir); err != nil {
			return fmt.Errorf("%s: %w", entry.Name, err)
		}
	}
	return nil
}

func write(entry *zip.File, dir string) error {
	if !filepath.IsLocal(entry.Name) {
		return ErrBundle
	}
	target := filepath.Join(dir, entry.Name)
	if err := os.MkdirAll(filepath.Dir(target), 0o750); err != nil {
		return err
	}
	in, err := entry.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(target, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o640)
	if err != nil {
		return err
	}
	defer out.Close()
	_, err = io.Copy(out, io.LimitReader(in, maxBytes))
	return err
}
