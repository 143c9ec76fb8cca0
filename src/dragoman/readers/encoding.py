"""From bytes to text, with a label that says how: what was declared, what was detected, what was replaced.

The order is that of the WHATWG Encoding Standard (byte order mark, transport, document) with strict
UTF-8 before any guess; a guess is charset-normalizer's over a bounded sample, and says so.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dragoman.errors import InputError

SAMPLE = 1 << 16
MAX_CONTROL = 0.01
"""Highest share of control bytes in text; random bytes have about 0.1, texts in the test corpora 0."""
MIN_KANA = 0.15
"""Share of hiragana in Japanese text; about 0.4 in news, near 0 in other texts misread as Japanese."""
MAX_BROKEN = 0.2
"""Broken UTF-8 sequences for each good one up to which bytes are damaged UTF-8 and not another charset."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
_CONTROL = bytes({*range(0x20), 0x7F} - {*b"\t\n\r\f\x0b\x1b"})
_CONTROL_CHARS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_JAPANESE = re.compile(rb"\x1b(\$[@B]|\([BJ])")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(
    rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([a-z0-9_.:-]{2,40})[\"']", re.IGNORECASE
)

# Names of the charsets that a guess may give, by Python's codec; those that news is found in.
_NAMES = {
    "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1252": "windows-1252",
    "cp1253": "windows-1253", "cp1254": "windows-1254", "cp1255": "windows-1255",
    "cp1256": "windows-1256", "cp1257": "windows-1257", "cp1258": "windows-1258",
    "cp874": "windows-874", "koi8_r": "koi8-r", "koi8_u": "koi8-u", "cp866": "ibm866",
    "cp932": "shift_jis", "euc_jp": "euc-jp", "gb18030": "gb18030", "big5": "big5",
    "cp949": "euc-kr",
}  # fmt: skip

# Letters beyond ASCII of the languages written in each Latin charset (Unicode CLDR, exemplar
# characters); charset-normalizer's scores don't tell these charsets apart.
_LATIN = {
    "cp1252": ("àâæçéèêëîïôœùûüÿ", "äöüß", "áéíóúñü¿¡ºª", "àèéìíòóù", "áâãàçéêíóôõúü", "åäöæøé", "ëïéüöèó"),
    "cp1254": ("çğıöşüİâîû",),
    "cp1250": ("áčďéěíňóřšťúůýž", "ąćęłńóśźż", "áéíóöőúüű", "ăâîşţ", "čćđšž", "áäčďéíĺľňóôŕšťúýž"),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"),
    "cp1258": ("ăâđêôơưàáãèéìíòóùúý\u0300\u0301\u0303\u0309\u0323",),
}  # fmt: skip
_LIKE_LETTERS = "ºª¹²³¿¡\ufffd\u0300\u0301\u0303\u0309\u0323"
"""What a wrong reading shows inside words, and the tone marks of Vietnamese."""
_NO_CHARSETS = frozenset(
    ("utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "rot13", "mbcs", "oem")
)  # fmt: skip
"""Codecs of Python that no page may ask for."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte order mark, how it was decoded, and a note where bytes were replaced."""

    text: str
    label: str
    note: str | None = None


def decode(data: bytes, *, transport: str | None = None, markup: bool = False) -> Decoded:
    """Bytes as text. `transport` is a declared charset; `markup` looks for one in the document too.

    Raises `InputError`: 'binary' where no reading as text is plausible, 'encoding' where a byte
    order mark promises what the bytes don't keep.
    """
    if found := _by_mark(data):
        return found
    declared = _declared(data, transport, markup)
    if found := _as_declared(data, declared) or _wide(data):
        return found
    _refuse_binary(data)
    found = _japanese(data) or _utf8(data) or _guess(data)
    if declared:
        return Decoded(found.text, f"{found.label}; declared {declared} does not fit", found.note)
    return found


def declared_in(data: bytes) -> str | None:
    """The charset that an XML declaration or a meta element in the first 4,096 bytes names."""
    match = _XML.search(data[:1024]) or _META.search(data[:4096])
    return match.group(1).decode("ascii") if match else None


def _declared(data: bytes, transport: str | None, markup: bool) -> str | None:
    name = transport or (declared_in(data) if markup else None)
    if name is None:
        return None
    try:
        codec = codecs.lookup(name.strip("\"' "))
    except (LookupError, ValueError, TypeError):
        return None
    return (
        codec.name
        if codec._is_text_encoding and codec.name.replace("_", "-") not in _NO_CHARSETS
        else None
    )


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec, label in _BOMS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                return _broken_mark(data, error, label)
            if _odd_share(text) > MAX_CONTROL:
                raise _binary()
            return Decoded(text, f"{label} (BOM)")
    return None


def _broken_mark(data: bytes, error: UnicodeDecodeError, label: str) -> Decoded:
    if label == "utf-8-sig":
        _refuse_binary(data)
        mended = _utf8(data[3:])
        return Decoded(mended.text, f"{label} (BOM)", mended.note) if mended else _guess(data)
    if _share(data) > MAX_CONTROL and not _wide_pattern(data):
        raise _binary()
    at = error.start + len(data) - len(error.object)
    raise InputError("encoding", f"starts as {label} but byte {at} is not; convert it to UTF-8")


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    if declared is None or (declared.startswith(("utf-16", "utf-32")) and not _wide_pattern(data)):
        return None
    # WHATWG: a page that declares Latin 1 and uses its control codes means windows-1252
    latin = declared in ("iso8859-1", "ascii") and re.search(rb"[\x80-\x9f]", data)
    name = "cp1252" if latin else declared
    try:
        text = data.decode(name)
    except (UnicodeError, ValueError):
        return None
    if _odd_share(text) > MAX_CONTROL or (b"\0" in data and not declared.startswith("utf-")):
        return None
    said = "declared" if name == declared else f"declared as {_plain_name(declared)}"
    return Decoded(text.removeprefix("\ufeff"), f"{_plain_name(name)} ({said})")


def _plain_name(codec: str) -> str:
    return _NAMES.get(codec, codec.replace("iso8859-", "iso-8859-"))


def _wide_pattern(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, by where the zero bytes stand in the sample."""
    sample = data[: SAMPLE & ~3]
    lanes = [sample[i::4] for i in range(4)]
    zero = [lane.count(0) / max(1, len(lane)) for lane in lanes]
    if min(zero[2], zero[3]) > 0.9 and zero[0] < 0.1:
        return "utf-32-le"
    if min(zero[0], zero[1]) > 0.9 and zero[3] < 0.1:
        return "utf-32-be"
    if min(zero[1], zero[3]) > 0.4 and max(zero[0], zero[2]) < 0.1:
        return "utf-16-le"
    if min(zero[0], zero[2]) > 0.4 and max(zero[1], zero[3]) < 0.1:
        return "utf-16-be"
    return None


def _wide(data: bytes) -> Decoded | None:
    codec = _wide_pattern(data) if b"\0" in data[:SAMPLE] else None
    if codec is None:
        return None
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return Decoded(text, f"{codec} (detected)") if _odd_share(text) <= MAX_CONTROL else None


def _share(data: bytes) -> float:
    return (len(data) - len(data.translate(None, _CONTROL))) / max(1, len(data))


def _odd_share(text: str) -> float:
    return len(_CONTROL_CHARS.findall(text)) / max(1, len(text))


def _refuse_binary(data: bytes) -> None:
    if b"\0" in data or _share(data) > MAX_CONTROL:
        raise _binary()


def _binary() -> InputError:
    return InputError("binary", "not text in any encoding; name a file that holds text")


def _japanese(data: bytes) -> Decoded | None:
    if b"\x1b" not in data or not _JAPANESE.search(data[:SAMPLE]):
        return None
    try:
        return Decoded(data.decode("iso2022_jp_2"), "iso-2022-jp (detected)")
    except UnicodeDecodeError:
        return None


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, strict; or mended where broken sequences are few among good ones, with a note."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        first = error.start
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - broken
    if broken > MAX_BROKEN * good:
        return None
    note = f"{broken} broken UTF-8 sequences, the first at byte {first}, read as U+FFFD"
    return Decoded(text, f"utf-8 (detected, {broken} replaced)", note)


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    sample = _sample(data)
    ranked = [m.encoding for m in from_bytes(sample, cp_isolation=list(_NAMES))]
    if ranked and ranked[0] in _LATIN:
        ranked = [*_latin(sample), *ranked]
    ranked = [*_kana(sample), *ranked]
    for codec in ranked:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if _odd_share(text) <= MAX_CONTROL:
            return Decoded(text, f"{_NAMES[codec]} (detected)")
    raise _binary()


def _sample(data: bytes) -> bytes:
    """Up to `SAMPLE` bytes of the lines that are not plain ASCII, which alone tell a charset."""
    held: list[bytes] = []
    size = 0
    for line in data[: 64 * SAMPLE].splitlines(keepends=True):
        if not line.isascii():
            held.append(line[:SAMPLE])
            size += len(line)
        if size > SAMPLE:
            break
    return b"".join(held)[:SAMPLE] or data[:SAMPLE]


def _kana(sample: bytes) -> list[str]:
    """The Japanese charset in which the sample shows hiragana, which no other script's bytes do."""
    for codec in ("euc_jp", "cp932"):
        wide = [c for c in sample.decode(codec, "replace") if c > "\u0200"]
        if sum("\u3041" <= c <= "\u309f" for c in wide) > MIN_KANA * len(wide):
            return [codec]
    return []


def _latin(sample: bytes) -> list[str]:
    """The Latin charsets, the one first whose reading fits one language's alphabet best."""
    return sorted(_LATIN, key=lambda codec: _fit(sample, codec), reverse=True)


def _fit(sample: bytes, codec: str) -> float:
    """Share of the letters beyond ASCII that belong to the best of the charset's languages, 0 to 1."""
    text = sample.decode(codec, "replace").lower()
    letters = [c for c in text if c > "\x7f" and (c.isalpha() or c in _LIKE_LETTERS)]
    hits = (sum(c in alphabet for c in letters) for alphabet in _LATIN[codec])
    return max(hits) / max(1, len(letters))
