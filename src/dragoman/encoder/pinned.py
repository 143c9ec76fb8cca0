"""The one model that this version runs with, by the hash of the file that names all the others."""

CONFIG_SHA256 = "76fa35ccf05821069b33ca25d306f6a77e28f58302d9b2a0576b8952ba53d792"
"""SHA-256 of `models/config.json`, which holds those of the graph and of the vocabulary. Written by
hand when a new model ships: `sha256sum src/dragoman/models/config.json`."""
