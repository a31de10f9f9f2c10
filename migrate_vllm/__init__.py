"""Move a repository from Ollama to vLLM: audit, rewrite, report."""

__version__ = "0.1.0"
