"""Quality of names, descriptions and pronouns: GUM, re3d and Universal NER (development data)."""
