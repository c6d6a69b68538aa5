"""Decides and speaks: reading, plan, drafts, memory. Every text it shows has passed `guardrails`."""
