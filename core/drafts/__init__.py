"""Forms whose text saves itself while one types (docs/decisions/0007-drafts-that-save-themselves.md)."""
