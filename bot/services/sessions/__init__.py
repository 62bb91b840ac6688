"""A session around its day: news, panel, papers, changes of the programme."""
