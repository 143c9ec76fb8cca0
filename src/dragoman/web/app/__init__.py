"""The reading room: a record in the browser, on this machine only."""

from dragoman.web.app.server import Served, serve

__all__ = ["Served", "serve"]
