"""Spreadsheets that people fill in: read safely (reading.py), given back with faulty cells marked (marking.py)."""
