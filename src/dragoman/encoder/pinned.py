"""The one model that this version runs with, by the hash of the file that names all the others."""

CONFIG_SHA256 = "b10136998e5b03ef98ce0d2a079919e3c591392ba622e2a9cd230af8da613f07"
"""SHA-256 of `models/config.json`, which holds those of the graph and of the vocabulary. Written by
hand when a new model ships: `sha256sum src/dragoman/models/config.json`."""
