"""Quantity series against hand-judged pairs of numbers."""
