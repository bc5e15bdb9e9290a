"""Letters without their accents: of Western Europe, and those that Japanese programs write wide.

Python's own table of all characters is left out of what a page loads: it weighs as much as the engine does.
"""

ACCENTED = {
    "A": "ÀÁÂÃÄÅĀĂĄ",
    "a": "àáâãäåāăą",
    "C": "ÇĆĈĊČ",
    "c": "çćĉċč",
    "D": "Ď",
    "d": "ď",
    "E": "ÈÉÊËĒĔĖĘĚ",
    "e": "èéêëēĕėęě",
    "G": "ĜĞĠĢ",
    "g": "ĝğġģ",
    "H": "Ĥ",
    "h": "ĥ",
    "I": "ÌÍÎÏĨĪĬĮİ",
    "i": "ìíîïĩīĭį",
    "IJ": "Ĳ",
    "ij": "ĳ",
    "J": "Ĵ",
    "j": "ĵ",
    "K": "Ķ",
    "k": "ķ",
    "L": "ĹĻĽĿ",
    "l": "ĺļľŀ",
    "N": "ÑŃŅŇ",
    "n": "ñńņňŉ",
    "O": "ÒÓÔÕÖŌŎŐ",
    "o": "òóôõöōŏő",
    "R": "ŔŖŘ",
    "r": "ŕŗř",
    "S": "ŚŜŞŠ",
    "s": "śŝşšſ",
    "T": "ŢŤ",
    "t": "ţť",
    "U": "ÙÚÛÜŨŪŬŮŰŲ",
    "u": "ùúûüũūŭůűų",
    "W": "Ŵ",
    "w": "ŵ",
    "Y": "ÝŶŸ",
    "y": "ýÿŷ",
    "Z": "ŹŻŽ",
    "z": "źżž",
}
# From the exclamation mark to the tilde.
WIDE = range(0xFF01, 0xFF5F)
TO_NARROW = 0xFEE0

BARE = {ord(letter): bare for bare, letters in ACCENTED.items() for letter in letters} | {
    wide: chr(wide - TO_NARROW) for wide in WIDE
}
# A space that keeps words together is one that parts them, too.
BARE[0xA0] = " "


def without_accents(text: str) -> str:
    """The text in letters of English: others, and marks of their own, are left out."""
    return text.translate(BARE).encode("ascii", "ignore").decode()
