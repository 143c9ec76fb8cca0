"""Events across articles: coreference of gold mentions in ECB+, and judged pairs of cluster mentions."""
