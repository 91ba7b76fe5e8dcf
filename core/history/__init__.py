"""What became of every record: kept by triggers, shown on a page of its own, and brought back from there."""
