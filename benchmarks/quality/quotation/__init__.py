"""The score of attribution on PolNeAR dev."""
