"""Training of the encoder: from the development data to the files in ``dragoman/models``.

Never imported by the package itself. ``python -m training all`` runs every stage;
README.md beside this file says what each decision rests on.
"""
