"""Measurements. Nothing here is asserted in a test: absolute times mean little on shared machines, ratios do."""
