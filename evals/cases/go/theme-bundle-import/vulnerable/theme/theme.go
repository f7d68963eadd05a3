package theme

// Theme is a set of templates and assets in a folder of its own.
type Theme struct {
	Name    string
	Version string
	Dir     string
}

// Active tells whether t is the theme with this name.
func (t Theme) Active(name string) bool {
	return t.Name == name
}
