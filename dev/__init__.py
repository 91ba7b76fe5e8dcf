"""What runs the portal on one machine: the environment, the embedded database, the run and test commands."""
