"""From words to a question in a queue, and what its asker does with it."""
