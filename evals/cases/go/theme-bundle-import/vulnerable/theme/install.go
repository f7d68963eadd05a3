package theme

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

const (
	maxEntries   = 500
	maxEntrySize = 5 << 20
)

// ErrArchive says that an archive is not a theme.
var ErrArchive = errors.New("not a theme archive")

// Install unpacks the archive at path into dir, which is made new for each theme.
func Install(path, dir string) error {
	zr, err := zip.OpenReader(path)
	if err != nil {
		return fmt.Errorf("%w: %v", ErrArchive, err)
	}
	defer zr.Close()
	if len(zr.File) > maxEntries {
		return fmt.Errorf("%w: more than %d files", ErrArchive, maxEntries)
	}
	for _, e := range zr.File {
		if err := extract(e, dir); err != nil {
			return err
		}
	}
	return nil
}

func extract(e *zip.File, dir string) error {
	mode := e.Mode()
	if !mode.IsRegular() && !mode.IsDir() {
		return fmt.Errorf("%w: %q is not a plain file", ErrArchive, e.Name)
	}
	target := filepath.Join(dir, e.Name)
	if mode.IsDir() {
		return os.MkdirAll(target, 0o750)
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o750); err != nil {
		return err
	}
	src, err := e.Open()
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := os.OpenFile(target, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o640)
	if err != nil {
		return err
	}
	n, err := io.Copy(dst, io.LimitReader(src, maxEntrySize+1))
	if cerr := dst.Close(); err == nil {
		err = cerr
	}
	if err == nil && n > maxEntrySize {
		err = fmt.Errorf("%w: %q is too large", ErrArchive, e.Name)
	}
	return err
}
