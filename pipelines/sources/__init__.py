"""One file per export format: how to recognise it, how its columns become ours."""
