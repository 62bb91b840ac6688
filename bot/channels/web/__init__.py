"""The web chat: one page for residents and officials, live where it can be, else plain forms."""
