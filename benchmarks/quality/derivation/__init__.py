"""Derivations: copies, rewrites and independent reports, labelled by hand as pairs (see README.md)."""
