"""What offices answer: drafts, their approval, the library, and what was promised."""
