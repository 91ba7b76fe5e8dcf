"""What people are told: on the site, and by mail as each of them chose (docs/decisions/0010-outbox.md)."""
