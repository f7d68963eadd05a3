package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	source := flag.String("source", "images", "folder with the originals")
	flag.Parse()
	entries, err := os.ReadDir(*source)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(len(entries), "originals")
}
