"""Whom names mean that one article leaves open, judged by hand over clusters of news on one event each."""
