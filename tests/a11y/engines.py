"""The two engines that run inside the page: axe-core, and IBM's Equal Access on every kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.a11y import tools
from tests.a11y.browsing import Opened
from tests.a11y.findings import Found

_AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_AXE = """async (tags) => {
  const options = { runOnly: tags, rules: { "color-contrast": { enabled: false } } };
  return axe.run(document, { ...options, resultTypes: ["violations", "incomplete"], preload: false });
}"""
# A sticky element lies over others somewhere, and axe then cannot tell a contrast: it stands still meanwhile.
# What axe still cannot tell, in drawings above all, is measured by what is painted beneath.
_CONTRAST = """async () => {
  const sticky = [...document.querySelectorAll("*")].filter((one) => getComputedStyle(one).position === "sticky");
  for (const one of sticky) one.style.position = "static";
  const options = { runOnly: { type: "rule", values: ["color-contrast"] }, preload: false };
  const { violations, incomplete } = await axe.run(document, { ...options, resultTypes: ["violations", "incomplete"] });
  for (const rule of incomplete) {
    rule.nodes = rule.nodes.filter(({ target }) => {
      const [contrast, needed] = a11y.textContrast(document.querySelector(target[0])) ?? [0, 1];
      return contrast < needed;
    });
  }
  for (const one of sticky) one.style.position = "";
  scrollTo(0, 0);
  return { violations, incomplete };
}"""
_IBM = """async () => {
  const report = await new ace.Checker().check(document, ["WCAG_2_2"]);
  const broken = report.results.filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL");
  return broken.map(({ ruleId, path, message, snippet }) => [ruleId, path.dom, `${message} ${snippet.slice(0, 80)}`]);
}"""


def axe(opened: Opened) -> Iterator[Found]:
    """Everything but contrast that axe calls broken, and what it could not decide of WCAG."""
    yield from _told(opened.page.evaluate(_AXE, list(_AXE_TAGS)))


def contrast(opened: Opened) -> Iterator[Found]:
    """Text that axe calls too pale, or that is too pale where axe cannot tell. It takes as long as all other rules."""
    yield from _told(opened.page.evaluate(_CONTRAST))


def _told(report: dict[str, Any]) -> Iterator[Found]:
    yield from _axe_found(report["violations"], "")
    of_wcag = [rule for rule in report["incomplete"] if "best-practice" not in rule["tags"]]
    yield from _axe_found(of_wcag, "undecided: ")


def _axe_found(rules: list[dict[str, Any]], before: str) -> Iterator[Found]:
    for rule in rules:
        for node in rule["nodes"]:
            reasons = [reason["message"] for part in ("any", "all", "none") for reason in node[part]]
            yield Found(rule["id"], " ".join(map(str, node["target"])), f"{before}{rule['help']}. {'; '.join(reasons)}")


def ibm(opened: Opened) -> Iterator[Found]:
    """Everything that IBM's engine calls a violation of WCAG 2.2 (its rules for the levels A and AA)."""
    opened.page.evaluate(f"{tools.ibm_script()}; 0")
    for rule, path, message in opened.page.evaluate(_IBM):
        yield Found(rule, path, message)
