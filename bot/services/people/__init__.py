"""Who is behind a chat, who acts for a household, who was invited with which role."""
