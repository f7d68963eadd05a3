package articles

import (
	"crypto/sha1"
	"encoding/hex"
	"fmt"
)

// ObjectName returns the name that git gives to the article's text,
// so that the export can leave unchanged files alone.
func ObjectName(a Article) string {
	text := fmt.Sprintf("# %s\n\n%s\n", a.Title, a.Body)
	sum := sha1.Sum(fmt.Appendf(nil, "blob %d\x00%s", len(text), text))
	return hex.EncodeToString(sum[:])
}
