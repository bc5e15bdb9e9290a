"""`python -m poortwachter`: the same as the command `poortwachter`."""

import sys

from poortwachter.cli import main

if __name__ == "__main__":
    sys.exit(main())
