"""The web server: its routes, and who may hold a connection to it for how long."""
