"""`.well-known/security.txt` (RFC 9116): where to report a leak. There is none without an address."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

# The standard wants less than a year.
VALID_FOR = timedelta(days=364)
SCHEMES = ("mailto:", "https:", "tel:")


def security_txt(made: datetime, environment: Mapping[str, str]) -> str | None:
    contact = environment.get("SECURITY_CONTACT", "")
    if not contact:
        return None
    if not contact.startswith(SCHEMES):
        raise ValueError(
            f"SECURITY_CONTACT: {contact} is no address (expected mailto:, https: or tel: in front)"
        )
    fields = {
        "Contact": contact,
        "Expires": f"{made + VALID_FOR:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages": "nl, en",
    }
    site = environment.get("SITE_URL", "")
    if site:
        fields["Canonical"] = f"{site.rstrip('/')}/.well-known/security.txt"
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def publish(site: Path, made: datetime, environment: Mapping[str, str]) -> None:
    file = site / ".well-known" / "security.txt"
    # MkDocs leaves the hidden folders of the build before where they are.
    file.unlink(missing_ok=True)
    text = security_txt(made, environment)
    if text is None:
        return
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
