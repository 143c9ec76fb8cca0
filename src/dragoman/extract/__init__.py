"""The extractors: what one article says, layer by layer."""
