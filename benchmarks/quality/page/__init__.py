"""How well `dragoman.page` marks furniture and finds title, dateline, credits and dates."""
