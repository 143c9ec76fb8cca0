"""Exports: the record as files that other programs read (`docs/exports.md`)."""

from dragoman.export.write import FORMATS, export_record

__all__ = ["FORMATS", "export_record"]
