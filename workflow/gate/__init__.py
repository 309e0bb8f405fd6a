"""The gate: what `workflow check` knows beside the checks (foreign pairs, baselines, fixes)."""
