"""The papers that are made of a meeting: its agenda, its record, its list of action points."""
