"""The product against a real provider: `OPENAI_API_KEY=sk-... python -m pytest tests/live`. Costs a few cents."""
