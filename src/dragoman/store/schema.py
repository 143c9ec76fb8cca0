"""Schema 1 of a record, as SQL. Every fact is stored as its exported line, with columns beside it."""

from __future__ import annotations

from dragoman.store.layers import ARTICLE_LAYERS, LINKED_LAYERS, Layer

APPLICATION_ID = 0x4452474D
"""'DRGM' in ASCII: in bytes 68 to 71 of the file, so that `file` and SQLite tell a record apart."""

TOKENIZER = ("unicode61", "remove_diacritics", "2")

_TOKENIZE = f"tokenize='{' '.join(TOKENIZER)}', prefix='3 4'"

_BASE = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE maker (
  rowid INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, data TEXT NOT NULL) STRICT;

-- data is the exported line without text, source_id and path
CREATE TABLE article (
  rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, maker INTEGER NOT NULL REFERENCES maker,
  source_id TEXT NOT NULL, path TEXT NOT NULL, title TEXT, outlet TEXT, url TEXT, published TEXT,
  language TEXT, data TEXT NOT NULL, text TEXT NOT NULL) STRICT;
CREATE INDEX article_maker ON article (maker);
CREATE INDEX article_outlet ON article (outlet, published DESC, id);
CREATE INDEX article_published ON article (published DESC, id);

-- one row for each place an article was read from; path '' stands for none
CREATE TABLE source (
  fingerprint TEXT NOT NULL, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  source_id TEXT NOT NULL, path TEXT NOT NULL, position TEXT,
  PRIMARY KEY (fingerprint, article, source_id, path)) STRICT, WITHOUT ROWID;
CREATE INDEX source_article ON source (article);

-- inputs read to their end; state is a hash of their bytes and of how they were read
CREATE TABLE input (
  path TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- pass is the number of the writing session that last saw the input rejected
CREATE TABLE quarantine (
  rowid INTEGER PRIMARY KEY, path TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL,
  source_id TEXT NOT NULL, input TEXT NOT NULL, fingerprint TEXT, pass INTEGER NOT NULL,
  UNIQUE (path, reason, detail, source_id)) STRICT;
CREATE INDEX quarantine_input ON quarantine (input);
CREATE INDEX quarantine_fingerprint ON quarantine (fingerprint);

CREATE TABLE dropped (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, layer TEXT NOT NULL,
  reason TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (article, layer, reason)) STRICT, WITHOUT ROWID;

-- articles that a user took out: they stay out when they are read again
CREATE TABLE removed (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE link_key (
  linker TEXT NOT NULL, key TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (linker, key, article)) STRICT, WITHOUT ROWID;
CREATE INDEX link_key_article ON link_key (article);

CREATE TABLE link_dirty (
  linker TEXT NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY (linker, key)) STRICT, WITHOUT ROWID;

-- keys of a linker of pairs that too many texts have
CREATE TABLE link_wide (
  linker TEXT NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY (linker, key)) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
  layer TEXT NOT NULL, part TEXT NOT NULL, whole TEXT NOT NULL,
  linker TEXT NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY (layer, part, whole, linker, key)) STRICT, WITHOUT ROWID;
CREATE INDEX membership_key ON membership (linker, key);
CREATE INDEX membership_whole ON membership (whole);

CREATE TABLE linked_furniture (
  article TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL,
  linker TEXT NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY (article, start, "end", kind, linker, key)) STRICT, WITHOUT ROWID;
CREATE INDEX linked_furniture_key ON linked_furniture (linker, key);

-- which articles a linked fact speaks of
CREATE TABLE linked_article (
  article TEXT NOT NULL, layer TEXT NOT NULL, id TEXT NOT NULL,
  linker TEXT NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY (article, layer, id, linker, key)) STRICT, WITHOUT ROWID;
CREATE INDEX linked_article_key ON linked_article (linker, key);
"""


_NEARNESS = """
CREATE TABLE nearness (
  rowid INTEGER PRIMARY KEY, id TEXT NOT NULL, linker TEXT NOT NULL, key TEXT NOT NULL,
  data TEXT NOT NULL, UNIQUE (id, linker, key)) STRICT;
"""
"""Schema 5 has another table in its place (`pairs`)."""


def schema_1() -> str:
    """The SQL of schema 1; each statement ends with ';' and a new line."""
    layers = [_article_layer(layer) for layer in ARTICLE_LAYERS]
    layers += [linked_layer(layer) for layer in LINKED_LAYERS if layer.since == 1]
    indexed = [layer.name for layer in (*ARTICLE_LAYERS, *LINKED_LAYERS) if layer.pieces]
    texts = [_full_text("article", "title", "text")] + [_full_text(n, "words") for n in indexed]
    return "\n".join([_BASE, *layers, _NEARNESS, *texts])


def _article_layer(layer: Layer) -> str:
    words = ", words TEXT NOT NULL" if layer.pieces else ""
    return f"""
CREATE TABLE {layer.name} (
  rowid INTEGER PRIMARY KEY, id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  start INTEGER, data TEXT NOT NULL{words}, UNIQUE (id, article)) STRICT;
CREATE INDEX {layer.name}_article ON {layer.name} (article, start);
"""


def linked_layer(layer: Layer) -> str:
    """The table of a layer of linked facts."""
    words = ", words TEXT NOT NULL" if layer.pieces else ""
    return f"""
CREATE TABLE {layer.name} (
  rowid INTEGER PRIMARY KEY, id TEXT NOT NULL, linker TEXT NOT NULL, key TEXT NOT NULL,
  data TEXT NOT NULL{words}, UNIQUE (id, linker, key)) STRICT;
CREATE INDEX {layer.name}_key ON {layer.name} (linker, key);
"""


def _full_text(table: str, *columns: str) -> str:
    """An FTS5 index of `columns`, which stays in step through triggers (deletes by cascade too)."""
    names, new, old = (", ".join(p + c for c in columns) for p in ("", "new.", "old."))
    differ = " OR ".join(f"old.{c} IS NOT new.{c}" for c in columns)
    delete = f"INSERT INTO {table}_fts ({table}_fts, rowid, {names}) VALUES ('delete', old.rowid, {old});"
    insert = f"INSERT INTO {table}_fts (rowid, {names}) VALUES (new.rowid, {new});"
    return f"""
CREATE VIRTUAL TABLE {table}_fts USING fts5 (
  {names}, content='{table}', content_rowid='rowid', {_TOKENIZE});
CREATE TRIGGER {table}_fts_insert AFTER INSERT ON {table} BEGIN {insert} END;
CREATE TRIGGER {table}_fts_delete AFTER DELETE ON {table} BEGIN {delete} END;
CREATE TRIGGER {table}_fts_update AFTER UPDATE ON {table} WHEN {differ} BEGIN {delete} {insert} END;
"""
