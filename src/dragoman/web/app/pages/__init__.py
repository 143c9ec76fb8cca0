"""The pages of the reading room, each one function from a call to a `Page`."""
