"""How well the encoder that ships reads: tags, trees, names, attribution, similarity, words."""
