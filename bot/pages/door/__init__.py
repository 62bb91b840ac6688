"""The door of a hall: a household's invitation by its code, and the clerk's list that checks in."""
