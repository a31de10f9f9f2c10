"""What Ollama has, what becomes of it on vLLM, and why: tables. Standard library only."""
