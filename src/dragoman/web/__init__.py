"""Pages made from a record: the dossier, one file that needs no network."""

from dragoman.web.dossier import render, write_dossier

__all__ = ["render", "write_dossier"]
