"""What must be fast: each file of this folder has a `bench()` that returns the line to print, and asserts its floor."""
