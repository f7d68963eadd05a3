// Package bundle reads theme bundles.
package bundle

import (
	"archive/zip"
	"errors"
)

const (
	maxFiles = 200
	maxBytes = 4 << 20
)

// ErrBundle says that a bundle is not one of ours.
var ErrBundle = errors.New("not a theme bundle")

// Unpack will install a bundle; for now it only looks at it.
func Unpack(path, dir string) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return ErrBundle
	}
	defer archive.Close()
	if len(archive.File) > maxFiles {
		return ErrBundle
	}
	return nil
}
