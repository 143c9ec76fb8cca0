"""Quotation groups against hand-judged pairs of quotations."""
