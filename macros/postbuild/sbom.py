"""The bills of materials (CycloneDX): we write that of what is shipped, tools those of what builds it.

`npm sbom ... | python -m macros.postbuild.sbom` makes of npm's the same text every time, anywhere.
"""

import json
import sys
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from macros.postbuild import components
from macros.postbuild.components import Part

OURS = "Poortwachterwijzer"
LOCK = components.ROOT / "package-lock.json"


def publish(site: Path, made: datetime) -> None:
    folder = site / "assets" / "onderdelen"
    folder.mkdir(exist_ok=True)
    ours, *others = map(component, components.shipped())
    files = [
        engine_file(name, sha256)
        for name, sha256 in components.engine_files().items()
        if (site / "assets" / "engine" / name).exists()
    ]
    text = bill(ours, [*others, *files], made)
    (folder / "shipped.cdx.json").write_text(text, encoding="utf-8")


def bill(ours: Component, components: list[Component], made: datetime) -> str:
    """The same parts give the same text: its number follows from them."""
    content = "\n".join(sorted(f"{each.name} {each.version}" for each in components))
    bom = Bom(
        components=components,
        serial_number=uuid5(NAMESPACE_URL, content),
        metadata=BomMetaData(component=ours, timestamp=made),
    )
    bom.register_dependency(ours, components)
    return JsonV1Dot6(bom).output_as_string(indent=1)


def component(part: Part) -> Component:
    return Component(
        type=ComponentType.APPLICATION if part.name == OURS else ComponentType.LIBRARY,
        name=part.name,
        version=part.version or None,
        bom_ref=part.purl or part.name,
        purl=PackageURL.from_string(part.purl) if part.purl else None,
        licenses=[LicenseFactory().make_from_string(part.licence)] if part.licence else [],
        description=f"within {part.within}" if part.within else None,
    )


def engine_file(name: str, sha256: str) -> Component:
    return Component(
        type=ComponentType.FILE,
        name=f"assets/engine/{name}",
        bom_ref=f"file:{name}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sha256)],
    )


def reproducible(told: str) -> str:
    """Leave out of npm's bill its time and its chance; the folder's name gives way to the project's."""
    bom = json.loads(told)
    del bom["serialNumber"], bom["metadata"]["timestamp"]
    bom["metadata"]["component"]["name"] = OURS
    for each in bom.get("components", ()):
        if "licenses" not in each:
            each["licenses"] = [{"license": {"name": _licence(each["name"])}}]
    return json.dumps(bom, indent=1) + "\n"


def _licence(package: str) -> str:
    """As the package tells it: npm's bill leaves out what is no SPDX expression, such as MIT AND BSD."""
    packages = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    told: str = packages[f"node_modules/{package}"]["license"]
    return told


if __name__ == "__main__":
    sys.stdout.write(reproducible(sys.stdin.read()))
