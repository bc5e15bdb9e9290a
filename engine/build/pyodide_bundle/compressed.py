"""Each file a second and third time, as small as it gets, for hosts that send what lies ready."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from pyodide_bundle.node import HERE, run_node


def compressed(files: Mapping[str, bytes], earlier: Path) -> dict[str, bytes]:
    """Add the compressed copies of all files; a file of the same name was compressed earlier.

    The name holds the sum, and the last per cent takes half a minute.
    """
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
            for copy in earlier.glob(f"{name}.*"):
                shutil.copy(copy, folder)
        run_node(HERE / "compress.mjs", folder)
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}
