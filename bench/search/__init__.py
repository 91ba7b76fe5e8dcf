"""How well the search finds: real questions in six languages, and the records that people mean by them."""
