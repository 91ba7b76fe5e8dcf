"""Files that people add to records: taken in, checked, kept, read and served (docs/decisions/0011-files.md)."""
