"""The way back: bulletins, announcements, who follows what, what has been heard."""
