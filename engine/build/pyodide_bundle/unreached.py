"""What no request can reach in the interpreter, by name: functions, and the data that only they read.

The linker keeps the order of the files that it was given, for functions and for data. So all from one name to another
belongs to the files of these two, and to those between them. Whoever calls such a function stops with an error.
What Python tells of its own functions is in no table: see `DOCSTRING` in `cut_wasm`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Functions:
    """All functions from one exported name up to and with another, and how the names among them may begin."""

    what: str
    first: str
    last: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Data:
    """All data from one place up to another, and how the exported names among them may begin.

    A place is an exported name, or a text that is there once.
    """

    what: str
    first: str | bytes
    before: str | bytes
    names: tuple[str, ...] = ()


def modules(*names: str) -> Functions:
    """Modules of Python written in C, in the order of the linker; of the first and the last only a part."""
    found = tuple(f"PyInit_{name}" for name in names)
    return Functions(
        f"modules that nothing imports ({', '.join(names)})", found[0], found[-1], found
    )


# Of identical code the linker keeps one, under all its names. A short function in the middle of a library may therefore
# serve others too, and stays.
SHORT = 64

FUNCTIONS = (
    Functions(
        "the reader of Python", "_PyToken_OneChar", "PyOS_Readline", ("_PyToken_", "PyOS_Readline")
    ),
    modules("_ast", "_tokenize"),
    Functions(
        "the compiler of Python",
        "_PyAST_Compile",
        "PyCode_Optimize",
        ("_PyAST_Compile", "_PyCompile_", "PyCode_Optimize"),
    ),
    Functions(
        "what interpreters share",
        "_PyXIData_GetNotShareableErrorType",
        "_PyXI_NewInterpreter",
        (
            *(
                "_PyXI",
                "_PyBytes_",
                "_PyCode_",
                "_PyMarshal_",
                "_PyFunction_",
                "_PyObject_",
                "_PyPickle_",
            ),
            # Has the same code as one of these.
            "sqlite3_db_handle",
        ),
    ),
    Functions(
        "settings of a Python that starts",
        "PyWideStringList_Insert",
        "_PyInterpreterConfig_UpdateFromDict",
        (
            *(
                "PyWideStringList_",
                "PyConfig_",
                "_PyConfig_",
                "PyInitConfig_",
                "_PyInterpreterConfig_",
            ),
            *("Py_GetArgcArgv", "_Py_GetConfigsAsDict", "Py_InitializeFromInitConfig"),
        ),
    ),
    Functions(
        "the reader of compiled Python",
        "PyMarshal_WriteLongToFile",
        "PyMarshal_Init",
        ("PyMarshal_",),
    ),
    Functions(
        "where a Python that starts finds its files",
        "_PyPathConfig_ClearGlobal",
        "PyPreConfig_InitIsolatedConfig",
        ("_PyPathConfig_", "Py_Set", "Py_Get", "_PyPreConfig_", "PyPreConfig_"),
    ),
    Functions(
        "a Python that starts or ends",
        "_Py_SetLocaleFromEnv",
        "Py_NewInterpreter",
        (
            *("_Py_SetLocaleFromEnv", "Py_PreInitialize", "Py_Initialize", "_Py_InitializeMain"),
            *("Py_ExitStatusException", "Py_FatalError", "_Py_FatalErrorFunc", "Py_Finalize"),
            *("Py_EndInterpreter", "Py_NewInterpreter"),
        ),
    ),
    modules("_ctypes", "_posixsubprocess", "_bz2", "zlib", "_hmac"),
    modules("_sqlite3", "_lzma", "_zstd", "array", "_asyncio", "_bisect"),
    modules(
        *("_lsprof", "_pickle", "_queue", "_random", "_remote_debugging", "_struct", "_zoneinfo"),
        *("math", "cmath", "_statistics", "_decimal", "binascii", "_md5"),
    ),
    modules(
        *("_sha3", "_blake2", "pyexpat", "_elementtree"),
        *("_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw"),
        *("_multibytecodec", "unicodedata", "fcntl", "mmap", "select", "_socket", "termios"),
        # Of Python's tests.
        *("xxsubtype", "_xxtestfuzz", "_testbuffer", "_testinternalcapi", "_testcapi"),
        *("_testlimitedcapi", "_testclinic", "_testclinic_limited"),
    ),
    Functions(
        "the symbols of Python that is compiled; XML, decimals, more hashes; foreign functions",
        "PyInit__symtable",
        "ffi_prep_closure_loc",
        ("PyInit__symtable", "_Py_Get_Getpath_CodeObject", "ffi_"),
    ),
    Functions(
        "LZMA, SQLite, Zstandard, OpenGL, bzip2 and zlib",
        "lzma_version_number",
        "zError",
        (
            *("lzma_", "sqlite3", "ZSTD_", "ZSTDMT_", "ZDICT_", "HUF_", "FSE_", "HIST_", "COVER_"),
            *("POOL_", "ERR_getErrorString", "divsufsort", "divbwt", "BZ2_", "crc32_", "adler32_"),
            *("inflate", "deflate", "compress", "uncompress", "gz", "_tr_", "zlib", "zError"),
            *("emscripten_GetProcAddress", "emscripten_webgl", "_webgl"),
        ),
    ),
    Functions("other encodings", "iconv_open", "iconv_close", ("iconv",)),
    Functions(
        "the library of C++",
        "_ZNSt3__26__sortIRNS_6__lessIccEEPcEEvT0_S5_T_",
        "_Unwind_GetIP",
        ("_Z", "__cxa_", "__gxx_", "_Unwind_", "__dynamic_cast", "__get_exception_", "__thrown_"),
    ),
)

# What is called at every start all the same, to prepare what a program of C++ writes to: it gives back what it was
# given, and does nothing.
IDLE = "_ZNSt3__28ios_base4InitC1Ev"

# Numbers in functions that stay which would be addresses of what goes, and are none: bounds of characters, of hashes and
# of pages of memory, powers, and what the middle of another instruction looks like.
NUMBERS = frozenset(
    (
        *(917_505, 917_631, 917_999, 925_824, 999_999, 1_000_000, 1_000_003, 1_047_552, 1_048_320),
        *(
            1_048_575,
            1_048_576,
            1_048_580,
            1_051_523,
            1_052_672,
            1_083_989,
            1_097_152,
            1_114_111,
            1_114_112,
        ),
        *(
            1_179_648,
            1_570_815,
            1_572_671,
            1_637_631,
            1_782_993,
            1_835_008,
            1_900_543,
            1_966_080,
            2_010_752,
        ),
        *(
            2_031_614,
            2_031_615,
            2_031_616,
            2_031_617,
            2_032_152,
            2_048_232,
            2_059_594,
            2_064_308,
            2_064_383,
        ),
        *(
            2_064_384,
            2_064_385,
            2_064_386,
            2_064_415,
            2_064_500,
            2_080_769,
            2_080_770,
            2_080_771,
            2_080_896,
        ),
        *(
            2_080_897,
            2_086_912,
            2_087_152,
            2_087_153,
            2_088_957,
            2_097_152,
            2_097_155,
            2_626_848,
            2_752_768,
        ),
    )
)

DATA = (
    Data(
        "Chinese, Japanese and Korean encodings; names and forms of all characters",
        b"_setevents($self, events_queue, ",
        b"fcntl($module, fd, cmd, ",
    ),
    Data(
        "XML and decimals; Python's own library, compiled: the memory has what is used of it",
        b"http://www.w3.org/XML/1998/namespace\0\0",
        "ffi_type_void",
    ),
    Data(
        "LZMA, SQLite, Zstandard, OpenGL, bzip2 and zlib",
        b"\4\4\4\x08\x08\x08\x10\x10\x10\x20\x20\x20\x40\x40\x40",
        "_length_code",
        ("sqlite3", "deflate_copyright", "inflate_copyright", "_dist_code"),
    ),
    Data("other encodings", b"utf8\0char\0\0", b"\x2f\0\x22\0\x30\0\x10\0\x4e"),
    Data("the library of C++", "_ZTSSt12bad_any_cast", "_ZTSSt10bad_typeid", ("_Z",)),
)
