"""Spanish whose English changed since: the pages that show it tell their readers, and the coordinator finds them."""

from __future__ import annotations

from coaching_manual.bilingual import LIST_OF_TRANSLATIONS, translations
from coaching_manual.cli import main
from coaching_manual.surroundings import Spot, Surroundings
from tests.unit.sample import CORE, Sample

NEEDS = """\
needs:
  - id: food
    title: Food
    description: Meals and groceries.
    ask_first: For whom?
    es: {title: Comida, description: "Comidas y despensa, con «todo» lo que hace falta."}
"""


def in_spanish(sample: Sample) -> Sample:
    """The sample with a part in Spanish, and with the memory of which English its Spanish translates."""
    sample.write("docs/es/index.md", "# En español\n\nAquí.\n")
    for src in ("food.md", "es/food.md"):
        macro = '{% for one in view.mentoring.directory("es") %}<p>{{ one.description | e }}</p>{% endfor %}'
        sample.write(f"docs/{src}", f"# Food {src}\n\n{macro}\n")
    sample.write("framework/outreach/needs.yml", NEEDS)
    main(["--config", str(sample.config), "translate", "export"])
    return sample


def changed(sample: Sample, file: str, before: str, after: str) -> None:
    text = sample.read(file)
    assert before in text
    sample.write(file, text.replace(before, after, 1))


def behind(sample: Sample) -> list[str]:
    return sorted(page.src for page in sample.manual().pages if page.behind)


def test_while_the_english_stays_no_page_says_anything(sample: Sample) -> None:
    assert behind(in_spanish(sample)) == []


def test_the_page_of_a_record_tells_its_readers_and_links_the_english(sample: Sample) -> None:
    changed(in_spanish(sample), CORE, "Guidance that a more experienced", "Help that a more experienced")
    assert behind(sample) == ["es/common-language/terms/mentoring.md"]
    manual = sample.manual()
    page = manual.by_src["es/common-language/terms/mentoring.md"]
    around = Surroundings(manual, directory_urls=True).of(page, Spot("es/common-language/terms/mentoring/"), ())
    assert (around.behind, around.english_changed) == (True, "")
    assert around.languages[0].address == "../../../../common-language/terms/mentoring/"
    assert 'href="page:es/common-language/terms/mentoring.md"' in manual.by_src[LIST_OF_TRANSLATIONS].markdown


def test_a_page_that_only_shows_the_text_tells_it_too_and_stands_on_the_list(sample: Sample) -> None:
    changed(in_spanish(sample), "framework/outreach/needs.yml", "Meals and", "Warm meals and")
    assert behind(sample) == ["es/food.md"]
    manual = sample.manual()
    assert [one.state for one in translations(manual.pages, manual.index) if one.english == "food.md"] == ["older"]


def test_a_short_text_that_may_stand_anywhere_is_no_reason(sample: Sample) -> None:
    changed(in_spanish(sample), "framework/outreach/needs.yml", "title: Food", "title: Something to eat")
    assert behind(sample) == []
    assert "SPANISH-OLD" in {problem.code for problem in sample.manual().problems}


def test_written_pages_tell_the_day(sample: Sample) -> None:
    in_spanish(sample)
    sample.write("docs/food.md", "---\nupdated: 2026-11-20\n---\n# Food\n\nMore.\n")
    sample.write("docs/es/food.md", "---\nupdated: 2026-10-05\n---\n# Comida\n\nAlgo.\n")
    manual = sample.manual()
    around = Surroundings(manual, directory_urls=True).of(manual.by_src["es/food.md"], Spot("es/food/"), ())
    assert (around.behind, around.english_changed) == (True, "20 de noviembre de 2026")
