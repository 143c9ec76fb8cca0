"""The store: articles, facts and links of a record in one SQLite file."""

from dragoman.store.entries import Added, Check, Entry, Headline, Hit, SourceRef
from dragoman.store.integrity import sqlite_checks
from dragoman.store.layers import FACT_TYPES
from dragoman.store.pack import Packed, pack
from dragoman.store.store import Store, check_record, open_store

__all__ = [
    "FACT_TYPES",
    "Added",
    "Check",
    "Entry",
    "Headline",
    "Hit",
    "Packed",
    "SourceRef",
    "Store",
    "check_record",
    "open_store",
    "pack",
    "sqlite_checks",
]
