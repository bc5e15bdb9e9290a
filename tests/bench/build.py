"""How long MkDocs takes over the guide, with our macros and without any."""

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.pairs import in_pairs
from tests.conftest import ROOT

MKDOCS = ROOT / ".venv/bin/mkdocs"

# The same pages, with the words of the macros left as they stand in the source.
PLAIN = """INHERIT: {root}/mkdocs.yml
docs_dir: {root}/docs
strict: false
watch: []
theme: {{name: material, language: nl, custom_dir: {root}/overrides}}
plugins: {{macros: {{module_name: {root}/macros, render_by_default: false}}, offline: {{enabled: false}}}}
"""


def build() -> dict[str, Any]:
    """Seconds: `ours` with the pages' macros, `other` without."""
    with TemporaryDirectory() as folder:
        plain = Path(folder, "mkdocs.yml")
        plain.write_text(PLAIN.format(root=ROOT), encoding="utf-8")
        return in_pairs(partial(seconds, ROOT / "mkdocs.yml"), partial(seconds, plain))


def seconds(configuration: Path) -> float:
    with TemporaryDirectory() as site:
        started = time.perf_counter()
        done = subprocess.run(
            [MKDOCS, "build", "--quiet", "--config-file", configuration, "--site-dir", site],
            cwd=ROOT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        took = time.perf_counter() - started
    if done.returncode:
        sys.exit(f"mkdocs build --config-file {configuration} did not succeed:\n{done.stderr}")
    return took
