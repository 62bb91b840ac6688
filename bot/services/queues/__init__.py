"""An office and its questions: taking, handing on, clusters, the ladder of a promise."""
