// Package plugins installs plugins that tenants upload.
package plugins

import (
	"archive/zip"
	"errors"
	"io"
	"os"
	"path/filepath"
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
		if err := writeEntry(entry, filepath.Join(dir, entry.Name)); err != nil {
			return errors.Join(ErrBundle, err)
		}
	}
	return nil
}

func writeEntry(entry *zip.File, target string) error {
	if err := os.MkdirAll(filepath.Dir(target), 0o750); err != nil {
		return err
	}
	in, err := entry.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(target, os.O_CREATE|os.O_EXCL|os.O_WRONLY, entry.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, io.LimitReader(in, maxEntry))
	return errors.Join(err, out.Close())
}
