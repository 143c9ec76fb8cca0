"""Stories: which articles tell of one happening, against the event clusters and the subtopics of ECB+ (see README.md)."""
