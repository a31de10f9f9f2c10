"""`python -m migrate_vllm`, safe to run from inside any repository.

`-m` puts the working directory first on the module path; a repository that has a folder called
`typer` or `rich` would then be imported in place of the library. It is taken off before the first import.
"""

import sys

if not sys.flags.safe_path:
    del sys.path[0]

from migrate_vllm.cli import run

if __name__ == "__main__":
    run()
