"""Linkers: what articles say together. Each module holds one; `pipeline.LINKERS` lists them."""
