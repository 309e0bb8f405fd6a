"""The browser: an article side by side, edited, checked, waived and approved in place."""
