"""Files on their way: in by a job that fetches them, out with the words that they go with."""
