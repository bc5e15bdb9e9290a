"""Letters without their accents, as far as headers of a table have them: Latin, and what Japanese programs write wide.

Python's own table of all characters is left out of what a page loads: it weighs as much as a third of the interpreter.
What is made here is what that table makes of it (NFKD, in ASCII).
"""

ACCENTED = {
    "!!": "‼",
    "!?": "⁉",
    ".": "․",
    "..": "‥",
    "...": "…",
    "1": "¹",
    "12": "½",
    "14": "¼",
    "2": "²",
    "3": "³",
    "34": "¾",
    "?!": "⁈",
    "??": "⁇",
    "A": "ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ",
    "a": "ªàáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặ",
    "B": "ḂḄḆ",
    "b": "ḃḅḇ",
    "C": "ÇĆĈĊČḈ",
    "c": "çćĉċčḉ",
    "D": "ĎḊḌḎḐḒ",
    "d": "ďḋḍḏḑḓ",
    "DZ": "ǄǱ",
    "Dz": "ǅǲ",
    "dz": "ǆǳ",
    "E": "ÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ",
    "e": "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
    "F": "Ḟ",
    "f": "ḟ",
    "G": "ĜĞĠĢǦǴḠ",
    "g": "ĝğġģǧǵḡ",
    "H": "ĤȞḢḤḦḨḪ",
    "h": "ĥȟḣḥḧḩḫẖ",
    "I": "ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ",
    "i": "ìíîïĩīĭįǐȉȋḭḯỉị",
    "IJ": "Ĳ",
    "ij": "ĳ",
    "J": "Ĵ",
    "j": "ĵǰ",
    "K": "ĶǨḰḲḴ",
    "k": "ķǩḱḳḵ",
    "L": "ĹĻĽĿḶḸḺḼ",
    "l": "ĺļľŀḷḹḻḽ",
    "LJ": "Ǉ",
    "Lj": "ǈ",
    "lj": "ǉ",
    "M": "ḾṀṂ",
    "m": "ḿṁṃ",
    "N": "ÑŃŅŇǸṄṆṈṊ",
    "n": "ñńņňŉǹṅṇṉṋ",
    "NJ": "Ǌ",
    "Nj": "ǋ",
    "nj": "ǌ",
    "No": "№",
    "O": "ÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ",
    "o": "ºòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
    "P": "ṔṖ",
    "p": "ṕṗ",
    "R": "ŔŖŘȐȒṘṚṜṞ",
    "r": "ŕŗřȑȓṙṛṝṟ",
    "S": "ŚŜŞŠȘṠṢṤṦṨ",
    "s": "śŝşšſșṡṣṥṧṩẛ",
    "T": "ŢŤȚṪṬṮṰ",
    "t": "ţťțṫṭṯṱẗ",
    "U": "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ",
    "u": "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
    "V": "ṼṾ",
    "v": "ṽṿ",
    "W": "ŴẀẂẄẆẈ",
    "w": "ŵẁẃẅẇẉẘ",
    "X": "ẊẌ",
    "x": "ẋẍ",
    "Y": "ÝŶŸȲẎỲỴỶỸ",
    "y": "ýÿŷȳẏẙỳỵỷỹ",
    "Z": "ŹŻŽẐẒẔ",
    "z": "źżžẑẓẕ",
}
# What parts words as a space does: other spaces, and accents that stand alone.
SPACES = (
    *(0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000),
    *(0xA8, 0xAF, 0xB4, 0xB8, 0x2017, 0x203E),
)
# From the exclamation mark to the tilde.
WIDE = range(0xFF01, 0xFF5F)
TO_NARROW = 0xFEE0

BARE = {
    **{ord(letter): bare for bare, letters in ACCENTED.items() for letter in letters},
    **dict.fromkeys(SPACES, " "),
    **{wide: chr(wide - TO_NARROW) for wide in WIDE},
}


def without_accents(text: str) -> str:
    """The text in letters of English: others, and marks of their own, are left out."""
    return text.translate(BARE).encode("ascii", "ignore").decode()
