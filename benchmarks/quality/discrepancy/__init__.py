"""How many of the differences that are listed are real, judged by hand."""
