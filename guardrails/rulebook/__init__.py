"""Rule files and the engine that runs them: read, proved, compiled, kept."""
