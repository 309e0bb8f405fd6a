"""Editorial review: paired Markdown, edits read back, diffs, approvals."""
