"""What every page of the site shares: its look, its frame, its languages, its headers."""
