"""What is left of acknowledged work when its processes are killed at random. `python -m bench.faults`."""
