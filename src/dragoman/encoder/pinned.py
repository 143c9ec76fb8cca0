"""The one model that this version runs with, by the hash of the file that names all the others."""

CONFIG_SHA256 = "91369a99cef8e932bea0f28a88cc6f317e598053d2f1dce456403b190a139900"
"""SHA-256 of `models/config.json`, which holds those of the graph and of the vocabulary. Written by
hand when a new model ships: `sha256sum src/dragoman/models/config.json`."""
