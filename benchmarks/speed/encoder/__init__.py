"""How fast the encoder reads."""
