"""The score of time expressions on TimeBank."""
