"""`python -m tests.manual --update` writes the made pages anew; without it, names those that are out of date."""

import sys

from tests.manual import PAGES, is_current, update

if "--update" in sys.argv[1:]:
    sys.stdout.write("".join(f"docs/{name}\n" for name in update()))
else:
    late = [name for name, page in PAGES.items() if not is_current(name, page())]
    sys.stdout.write("".join(f"docs/{name}\n" for name in late))
    sys.exit(bool(late))
