"""The one model that this version runs with, by the hash of the file that names all the others."""

CONFIG_SHA256 = "2431279a61558c267a807a942556b53a159378269d531f7c4cce9af8ccf805a3"
"""SHA-256 of `models/config.json`, which holds those of the graph and of the vocabulary. Written by
hand when a new model ships: `sha256sum src/dragoman/models/config.json`."""
