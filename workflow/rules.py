"""Every rule that a finding may name: the checks' and the engines' own."""

from __future__ import annotations

from workflow import checks
from workflow.engines.apertium import rules as apertium
from workflow.engines.argos import rules as argos
from workflow.findings import Rule
from workflow.gate.rules import RULES as GATE

_ALL = (*checks.RULES, *GATE, *apertium.RULES, *argos.RULES)
RULES: dict[str, Rule] = {rule.id: rule for rule in _ALL}
"""By id, family by family."""
