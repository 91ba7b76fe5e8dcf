"""Long work in the background: kinds are declared, jobs started, run, and taken up again when their worker died."""
