"""Sheets of what is not answered, on their way out and back."""
