"""Findings as JUnit XML, which GitLab and Jenkins read: a suite per file, a case per finding."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree import ElementTree as ET

from workflow.findings import Severity
from workflow.located import Located
from workflow.reporting.report import Report

# What XML 1.0 cannot hold at all (section 2.2).
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(report: Report) -> str:
    """Errors are failures; warnings and notes are passing cases that say what was found."""
    suites = ET.Element("testsuites", name="workflow")
    by_path: dict[str, list[Located]] = defaultdict(list)
    for located in report.found:
        place = located.place
        by_path["-" if place is None else report.relative(place.path)].append(located)
    for path, found in by_path.items():
        failures = sum(located.finding.severity is Severity.ERROR for located in found)
        suite = ET.SubElement(
            suites, "testsuite", name=path, tests=str(len(found)), failures=str(failures)
        )
        for located in found:
            _case(suite, located, path)
    if not by_path:
        suite = ET.SubElement(suites, "testsuite", name="workflow", tests="1", failures="0")
        ET.SubElement(suite, "testcase", classname="workflow", name="no findings")
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode")


def _case(suite: ET.Element, located: Located, path: str) -> None:
    finding, place = located.finding, located.place
    line = 1 if place is None else place.line
    name = f"{finding.rule} {path}:{line}"
    case = ET.SubElement(suite, "testcase", classname=path, name=name, file=path, line=str(line))
    message = _ILLEGAL.sub("\ufffd", finding.message)
    if finding.severity is Severity.ERROR:
        ET.SubElement(case, "failure", message=message, type=finding.rule).text = message
    else:
        ET.SubElement(case, "system-out").text = f"{finding.severity.value}: {message}"
