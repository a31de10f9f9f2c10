"""`--format junit`: a suite a file and a test case a reference, for the test tab of a CI server. Pure.

Keeps to what Jenkins' `junit-10.xsd` allows. What must change or be decided fails; the rest is a skipped test, so
that it is seen and breaks nothing. A file that could not be read is an error.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from migrate_vllm.model import Need, Reference, Report, Skipped
from migrate_vllm.report.options import DEFAULT, Options
from migrate_vllm.report.safe import clip, visible
from migrate_vllm.report.selection import by_file, kind_of, listed

_FAILING = (Need.CHANGE, Need.DECIDE)


def render(report: Report, options: Options = DEFAULT) -> str:
    root = Element("testsuites", name="migrate-vllm")
    root.extend(_suite(path, references) for path, references in by_file(listed(report, options)))
    root.extend(_incomplete(skipped) for skipped in report.skipped if skipped.incomplete)
    if not len(root):
        root.append(_nothing_left(report))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _suite(path: PurePosixPath, references: list[Reference]) -> Element:
    failures = sum(_fails(reference) for reference in references)
    suite = _counts(visible(str(path)), len(references), failures, 0, len(references) - failures)
    for reference in references:
        _case(suite, reference)
    return suite


def _counts(name: str, tests: int, failures: int, errors: int, skipped: int) -> Element:
    numbers = {"tests": tests, "failures": failures, "errors": errors, "skipped": skipped}
    return Element("testsuite", {"name": name, **{key: str(value) for key, value in numbers.items()}})


def _case(suite: Element, reference: Reference) -> None:
    line = f" (line {reference.region.line})" if reference.region.line else ""
    name = f"{kind_of(reference.kind).title}: {visible(clip(reference.text, 80))}{line}"
    case = SubElement(suite, "testcase", name=name, classname=visible(str(reference.path)))
    outcome = SubElement(case, "failure" if _fails(reference) else "skipped", type=reference.need.value)
    outcome.set("message", visible(reference.message))
    outcome.text = _details(reference)


def _fails(reference: Reference) -> bool:
    return reference.need in _FAILING and reference.exemption is None


def _details(reference: Reference) -> str:
    excerpt, region = reference.excerpt, reference.region
    lines = [f"{reference.path}:{region.line}:{region.column}", excerpt.text.strip(), reference.message]
    lines += [f"from {step.path}:{step.line}: {step.what}" for step in reference.why]
    if reference.exemption is not None:
        lines.append(f"exempt by {reference.exemption.by}: {reference.exemption.reason}")
    return "\n".join(visible(line) for line in lines)


def _incomplete(skipped: Skipped) -> Element:
    path = visible(str(skipped.path))
    suite = _counts(path, 1, 0, 1, 0)
    case = SubElement(suite, "testcase", name="The file could be scanned", classname=path)
    SubElement(case, "error", type="incomplete", message=visible(skipped.reason))
    return suite


def _nothing_left(report: Report) -> Element:
    """CI servers call a report without tests broken."""
    suite = _counts("migrate-vllm", 1, 0, 0, 0)
    SubElement(suite, "testcase", name=f"Nothing left in {report.scanned} files", classname="migrate-vllm")
    return suite
