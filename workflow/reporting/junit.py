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
    """Errors are failures; warnings and notes are passing cases that say what was found.

    What was accepted is a skipped case that says why.
    """
    suites = ET.Element("testsuites", name="workflow")
    by_path: dict[str, list[Located]] = defaultdict(list)
    for located in (*report.found, *report.accepted):
        place = located.place
        by_path["-" if place is None else report.in_repository(place.path)].append(located)
    for path, found in by_path.items():
        failures = sum(_fails(located) for located in found)
        skipped = sum(located.suppression is not None for located in found)
        suite = ET.SubElement(
            suites,
            "testsuite",
            name=_legal(path),
            tests=str(len(found)),
            failures=str(failures),
            errors="0",
            skipped=str(skipped),
        )
        for located in found:
            _case(suite, located, _legal(path))
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
    message = _legal(finding.message)
    if located.suppression is not None:
        reason = f"{located.suppression.kind}: {located.suppression.reason}"
        ET.SubElement(case, "skipped", message=_legal(reason))
    elif _fails(located):
        ET.SubElement(case, "failure", message=message, type=finding.rule).text = message
    else:
        ET.SubElement(case, "system-out").text = f"{finding.severity.value}: {message}"


def _fails(located: Located) -> bool:
    return located.finding.severity is Severity.ERROR and located.suppression is None


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
