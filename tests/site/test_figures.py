"""Pictures of a process as a person sees them: nothing cut, nothing too small, and words where there is no room."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

PAGE = "at-a-glance/"
LEAST_LETTERS = 14  # pixels
LOOK = """() => [...document.querySelectorAll('.figure')].map((figure) => {
  const within = (one, other) => one.left >= other.left - 1 && one.right <= other.right + 1
    && one.top >= other.top - 1 && one.bottom <= other.bottom + 1;
  const crossing = (one, other) => one.left < other.right && one.right > other.left
    && one.top < other.bottom && one.bottom > other.top;
  const drawing = figure.querySelector('svg');
  const place = drawing.getBoundingClientRect();
  const scale = place.width / drawing.viewBox.baseVal.width;
  const boxes = [...drawing.querySelectorAll('rect')].map((box) => box.getBoundingClientRect());
  const labels = [...drawing.querySelectorAll('text')];
  return {
    shown: place.width > 0,
    letters: Math.min(...labels.map((label) => parseFloat(label.getAttribute('font-size')) * scale)),
    cut: labels.filter((label) => {
      const words = label.getBoundingClientRect();
      return !within(words, place) || boxes.some((box) => crossing(words, box) && !within(words, box));
    }).map((label) => label.textContent),
    words: [...figure.querySelectorAll('li')].every((step) => step.innerText.trim().length > 0),
    sideways: figure.scrollWidth - figure.clientWidth,
  };
})"""


def look(browser: Browser, address: str, width: int, **options: Any) -> list[dict[str, Any]]:
    """What there is to see of each figure at a width in pixels, when the fonts are there."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **options)
    page = context.new_page()
    page.goto(address + PAGE)
    page.evaluate("document.fonts.ready")
    found: list[dict[str, Any]] = page.evaluate(LOOK)
    context.close()
    assert len(found) == 6
    return found


@pytest.mark.parametrize("width", [1600, 1280, 800])
def test_no_word_of_a_drawing_is_cut_or_too_small(browser: Browser, address: str, width: int) -> None:
    figures = look(browser, address, width)
    assert [figure["shown"] for figure in figures] == [True] * 6
    assert [figure["cut"] for figure in figures] == [[]] * 6
    assert [figure["letters"] >= LEAST_LETTERS for figure in figures] == [True] * 6


@pytest.mark.parametrize("width", [390, 320])
def test_words_take_the_place_of_the_drawing_on_a_phone(browser: Browser, address: str, width: int) -> None:
    figures = look(browser, address, width)
    assert [figure["shown"] for figure in figures] == [False] * 6
    assert [figure["words"] for figure in figures] == [True] * 6
    assert [figure["sideways"] for figure in figures] == [0] * 6


def test_a_drawing_needs_no_script(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGE)
    assert page.locator(".figure svg:visible").count() == 6
    context.close()
