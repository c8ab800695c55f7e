"""What the issue asks of the print packs, point by point, on the real manual."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import page as validator
import pikepdf
import pytest
from bs4 import BeautifulSoup

from coaching_manual.addresses import session_page
from coaching_manual.languages import in_words
from coaching_manual.manual import Manual, read_manual
from coaching_manual.print.families import packs_of
from coaching_manual.print.packs import FILLABLE, LARGE, PLAIN, Variant
from coaching_manual.print.page_numbers import tell_pages
from coaching_manual.print.press import Job, Printer, places_of
from coaching_manual.print.short import short_address
from coaching_manual.print.words import WORDS
from tests.print.conftest import ROOT, PrintOne
from tests.print.reading import body_text, bookmarks, elements, whole_text, words_of

COURSE = "student-mentors"
PARTICIPANT, FACILITATOR, HANDOUTS = (f"{COURSE}-{name}" for name in ("participant", "facilitator", "handouts"))
SPANISH = f"{COURSE}-handouts-es"


def test_one_needs_no_browser_no_network_and_no_other_program(tmp_path: Path) -> None:
    program = (
        "import sys, socket, subprocess\n"
        "def refuse(*_, **__): raise AssertionError('no network')\n"
        "socket.socket.connect = refuse\n"
        "start = subprocess.Popen.__init__\n"
        "def only_from_pip(self, command, *rest, **more):\n"  # the check of the search runs Node, which pip brings
        "    assert str(command[0]).startswith(sys.prefix), command\n"
        "    start(self, command, *rest, **more)\n"
        "subprocess.Popen.__init__ = only_from_pip\n"
        "class NoBuilder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in {'mkdocs', 'playwright', 'weasyprint'}: raise ImportError(name)\n"
        "sys.meta_path.insert(0, NoBuilder())\n"
        "from coaching_manual.cli import main\n"
        f"sys.exit(main(['print', '{SPANISH}', '--out', sys.argv[1]]))\n"
    )
    out = tmp_path / "out"
    done = subprocess.run([sys.executable, "-c", program, str(out)], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
    assert [path.name for path in out.glob("*.pdf")] == [f"{SPANISH}.pdf"]


@pytest.mark.parametrize(
    ("pack", "variant"),
    [
        (PARTICIPANT, PLAIN),
        (PARTICIPANT, FILLABLE),
        (FACILITATOR, LARGE),
        (HANDOUTS, PLAIN),
        (SPANISH, FILLABLE),
        (FACILITATOR, Variant(duplex=True)),
    ],
)
def test_two_passes_every_rule_of_pdf_ua(printed: PrintOne, pack: str, variant: Variant) -> None:
    report = validator.validate_pdf(printed(pack, variant).path, profile="ua1")
    assert report.failures == []
    assert report.rules.failed == 0
    assert report.is_compliant


def test_two_tells_title_edition_and_language(printed: PrintOne) -> None:
    with pikepdf.open(printed(SPANISH).path) as pdf:
        assert str(pdf.Root.Lang) == "es"
        assert str(pdf.docinfo.Title) == printed.pack(SPANISH).title
        with pdf.open_metadata() as told:
            assert "Hojas de trabajo, una tras otra" in str(told.get("dc:description"))


def test_two_every_table_has_header_cells_with_scope(printed: PrintOne) -> None:
    with pikepdf.open(printed(FACILITATOR).path) as pdf:
        heads = [element for element in elements(pdf) if str(element.S) == "/TH"]
        scopes = {str(told.Scope) for head in heads for told in head.A if "/Scope" in told}
        assert all(any("/Scope" in told for told in head.A) for head in heads)
    assert scopes == {"/Column", "/Row"}


def test_two_contents_and_bookmarks_match_the_pages(printed: PrintOne) -> None:
    made = printed(PARTICIPANT)
    starts = {number for _, number in bookmarks(made.path)}
    assert set(made.first_pages) <= starts
    contents = body_text(made.path, 2, made.first_pages[0] - 1)
    listed = [int(number) for number in re.findall(r"(\d+)\s*$", contents, re.MULTILINE)]
    assert listed == list(made.first_pages)


def test_four_same_input_same_bytes(real: Manual, printed: PrintOne, tmp_path: Path) -> None:
    again = Printer(real, tmp_path).print([Job(printed.pack(HANDOUTS), FILLABLE)])[0]
    assert _hash(again.path) == _hash(printed(HANDOUTS, FILLABLE).path)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_one_pack_and_then_many_are_printed_by_one_program(tmp_path: Path) -> None:
    """Typst starts threads, which a process does not hand on: what comes after the first pack could wait forever."""
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from coaching_manual.manual import read_manual\n"
        "from coaching_manual.print.families import packs_of\n"
        "from coaching_manual.print.packs import PLAIN\n"
        "from coaching_manual.print.press import Job, Printer\n"
        "manual = read_manual(Path('mkdocs.yml'))\n"
        "jobs = [Job(pack, PLAIN) for pack in packs_of(manual) if pack.id.startswith('form-')][:9]\n"
        "printer = Printer(manual, Path(sys.argv[1]))\n"
        "print(len(printer.print(jobs[:1])), len(printer.print(jobs)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        cwd=ROOT,
    )
    assert done.stdout == "1 9\n"


def test_a_copy_of_the_manual_needs_nothing_made_again(copy: Path, tmp_path: Path) -> None:
    def made() -> Path:
        manual = read_manual(copy / "mkdocs.yml")
        (pack,) = (one for one in packs_of(manual) if one.id == "first-steps-handouts")
        return Printer(manual, tmp_path / "kept").print([Job(pack, PLAIN)])[0].path

    before = made()
    shutil.copytree(ROOT / "macros" / "print", copy / "macros" / "print")  # its own templates, which say the same
    assert made() == before
    with (copy / "macros" / "print" / "pack.typ").open("a", encoding="utf-8") as template:
        template.write("// another one\n")
    assert made() != before


@pytest.mark.parametrize("number", [1, 5])
@pytest.mark.parametrize("pack", [FACILITATOR, PARTICIPANT])
def test_five_paper_says_what_the_web_says(real: Manual, printed: PrintOne, pack: str, number: int) -> None:
    src = session_page(f"{COURSE}/{number}", facilitator=pack == FACILITATOR)
    made = printed(pack)
    at = [part.src for part in made.job.pack.parts].index(src)
    first = made.first_pages[at]
    on_paper = body_text(made.path, first, first + made.part_pages[at] - 1)
    places = places_of(printed(listed.id) for listed in made.job.pack.lists)
    web = tell_pages(next(page.markdown for page in real.pages if page.src == src), places, lambda place: place.words)
    assert _sorted(on_paper) == _sorted(_on_the_web(web))


def test_five_cards_to_cut_say_in_order_what_the_web_says(real: Manual, printed: PrintOne) -> None:
    src, made = f"training/{COURSE}/handouts/tell-cases.md", printed(PARTICIPANT)
    first = made.first_pages[[part.src for part in made.job.pack.parts].index(src)]
    told = " ".join(words_of(body_text(made.path, first, first)))
    address = f"{WORDS['en']['address']} coaching.example/{short_address(src)}"
    assert told.replace(" ".join(words_of(address)) + " ", "") == " ".join(
        words_of(_on_the_web(real.by_src[src].markdown))
    )


def _sorted(text: str) -> list[str]:
    return sorted(words_of(text))


def _on_the_web(html: str) -> str:
    soup = BeautifulSoup(html, "html.parser")
    for unseen in soup.select(
        "nav, form, .unseen, .caption-unseen, section[lang], [aria-hidden=true], [data-print=off]"
    ):
        unseen.decompose()
    for entries in soup.select("ol"):
        for count, entry in enumerate(entries.find_all("li", recursive=False), 1):
            entry.insert(0, f" {count} ")
    return soup.get_text(" ")


def test_six_every_page_tells_where_it_belongs(real: Manual, printed: PrintOne) -> None:
    made = printed(PARTICIPANT)
    changed = real.index.tables["curriculum"][COURSE].record.updated
    with pikepdf.open(made.path) as pdf:
        assert {tuple(map(float, page.mediabox)) for page in pdf.pages} == {(0, 0, 612, 792)}
    pages = _pages(made.path)
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {made.pages}" in text
        assert f"Participant edition · {in_words(changed)} · Draft" in text
    third = made.first_pages[[part.numbered for part in made.job.pack.parts].index("Session 3")]
    assert pages[third - 1].startswith("Session 3 of 6")


def _pages(path: Path) -> list[str]:
    from pypdf import PdfReader  # noqa: PLC0415

    return [page.extract_text() for page in PdfReader(path).pages]


def test_six_sessions_begin_on_the_right_when_asked(printed: PrintOne) -> None:
    made = printed(FACILITATOR, Variant(duplex=True))
    sessions = [first for part, first in zip(made.job.pack.parts, made.first_pages, strict=True) if part.right]
    assert [first % 2 for first in sessions] == [1] * len(sessions)


def test_eight_nothing_is_small_and_nothing_is_gray(printed: PrintOne) -> None:
    for variant, least in ((PLAIN, 10.5), (LARGE, 18.0)):
        sizes, colors = _sizes_and_colors(printed(HANDOUTS, variant).path)
        assert min(sizes) >= least
        assert colors <= {(0.0,), (1.0,)}


def _sizes_and_colors(path: Path) -> tuple[set[float], set[tuple[float, ...]]]:
    sizes: set[float] = set()
    colors: set[tuple[float, ...]] = set()
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for instruction in pikepdf.parse_content_stream(page):
                operator, values = str(instruction.operator), instruction.operands
                if operator == "Tf":
                    sizes.add(round(float(values[1]), 2))
                elif operator in {"g", "G", "sc", "SC", "scn", "SCN", "rg", "RG"}:
                    colors.add(tuple(sorted({float(value) for value in values})))
    return sizes, colors


def test_nine_fields_have_names_and_tell_what_they_ask_for(printed: PrintOne) -> None:
    with pikepdf.open(printed(HANDOUTS, FILLABLE).path) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        names = [str(field.T) for field in fields]
        tips = [str(field.TU) for field in fields]
        kinds = {str(field.FT) for field in fields}
        drawn = sum(len(list(field.get("/Kids", [field]))) for field in fields)  # of a choice, each of its buttons
        forms = sum(str(element.S) == "/Form" for element in elements(pdf))
    assert len(names) == len(set(names)) > 100
    assert forms == drawn
    assert names == sorted(names)  # they are numbered in reading order
    assert all(tips)
    assert kinds == {"/Tx", "/Btn"}
    assert "When and where, and how long (the length of the promise is to confirm)" in tips


def test_ten_handouts_lead_to_their_page(printed: PrintOne) -> None:
    made = printed(HANDOUTS)
    text = whole_text(made.path)
    for part in made.job.pack.parts:
        assert f"coaching.example/{short_address(part.src).rstrip('/')}" in text
    with pikepdf.open(made.path) as pdf:
        alts = [str(element.Alt) for element in elements(pdf) if str(element.S) == "/Figure" and "/Alt" in element]
    assert sum(alt.startswith("Square code that leads to coaching.example/go/") for alt in alts) == len(
        made.job.pack.parts
    )


def test_eleven_no_word_of_the_facilitator_reaches_participants(real: Manual, printed: PrintOne) -> None:
    hidden = []
    for session in real.index.sessions[COURSE]:
        hidden += [step.do for step in session.record.agenda if step.do]
        hidden += [sheet.body for sheet in session.record.handouts if sheet.readers == "facilitator"]
    sentences = {" ".join(words_of(line)) for text in hidden for line in text.splitlines() if len(words_of(line)) > 5}
    for pack in (PARTICIPANT, HANDOUTS, SPANISH):
        text = " ".join(words_of(whole_text(printed(pack).path)))
        assert [sentence for sentence in sentences if sentence in text] == []


def test_twelve_what_has_no_spanish_is_listed(printed: PrintOne) -> None:
    pack = printed.pack("coaching-foundations-handouts-es")
    made = printed(pack.id)
    start = body_text(made.path, 1, made.first_pages[0] - 1)
    assert "Todavía no está en español" in start
    assert pack.missing
    assert set(words_of(" ".join(pack.missing))) <= set(words_of(start))
    with pikepdf.open(made.path) as pdf:
        marked = {str(element.Lang) for element in elements(pdf) if "/Lang" in element}
    assert "en" in marked


def test_a_participant_edition_in_spanish_speaks_spanish_on_every_page(real: Manual, printed: PrintOne) -> None:
    made = printed("student-mentors-participant-es")
    assert made.job.pack.missing == ()
    text = whole_text(made.path)
    assert text.count("Página ") >= made.pages
    assert "Session " not in text
    assert "traducción sin revisar" in text
    courses = [session.record for session in real.index.sessions["student-mentors"]]
    english = [step.title for session in courses for step in session.agenda if len(step.title.split()) > 1]
    assert [title for title in english if title in text] == []


def test_the_manual_prints_whole_and_by_the_cycle(real: Manual, printed: PrintOne) -> None:
    chapters = [item.src for item in real.project.nav or () if item.src.startswith("manual/")]
    assert [part.src for part in printed.pack("manual-book").parts] == chapters
    assert {pack.parts[0].src for pack in packs_of(real) if pack.edition == "A chapter"} == {
        src for src in chapters if src.count("/") == 1 and src != "manual/index.md"
    }
    assert [part.src for part in printed.pack("manual-cycle").parts] == [
        f"manual/cycle/{name}.md" for name in ("index", "agree", "goal", "plan", "do", "reflect", "decide")
    ]
    text = whole_text(printed("manual-cycle").path)
    assert "Step 6: Decide what comes next" in text
    assert ": Step 6" not in text  # parts without a number have no colon in the contents


@pytest.mark.parametrize(
    "pack",
    [
        "growth-certificated-teaching",
        "self-assessment-certificated-teaching",
        "role-instructional-coach",
        "mentoring-handbook",
        "mentoring-family-packet-es",
        "mentoring-pocket-card",
        "mentoring-pocket-card-es",
        "student-mentors-participant-es",
        "mentoring-meetings",
        "flyer-ask-for-a-mentor",
        "flyer-ask-for-a-mentor-es",
        "outreach-guide-es",
        "common-language",
    ],
)
def test_records_and_written_pages_pass_every_rule_of_pdf_ua(printed: PrintOne, pack: str) -> None:
    report = validator.validate_pdf(printed(pack).path, profile="ua1")
    assert report.failures == []
    assert report.is_compliant


def test_growth_plans_lie_on_their_side(printed: PrintOne) -> None:
    with pikepdf.open(printed("growth-certificated-teaching").path) as pdf:
        assert {tuple(map(float, page.mediabox)) for page in pdf.pages} == {(0, 0, 792, 612)}


def test_every_role_has_a_card_and_all_cards_are_one_pack(real: Manual, printed: PrintOne) -> None:
    cards = {f"roles/cards/{role}.md" for role in real.index.tables["role"]}
    assert {part.src for part in printed.pack("role-cards").parts} == cards
    assert all(f"role-{role}" in printed.packs for role in real.index.tables["role"])


def test_families_get_the_mentoring_packet_in_both_languages(printed: PrintOne) -> None:
    packs = [printed.pack(name) for name in ("mentoring-family-packet", "mentoring-family-packet-es")]
    assert [(pack.language, pack.parts[0].src) for pack in packs] == [
        ("en", "mentoring/family-packet.md"),
        ("es", "es/mentoring/family-packet.md"),
    ]


def test_every_flyer_is_one_page_in_its_language_and_says_who_speaks(real: Manual, printed: PrintOne) -> None:
    flyers = [name for name in printed.packs if name.startswith("flyer-")]
    assert len(flyers) == 8
    district = real.views.district
    assert district is not None
    for name in flyers:
        pack = printed.pack(name)
        with pikepdf.open(printed(name).path) as pdf:
            assert len(pdf.pages) == 1, name
            assert str(pdf.Root.Lang).startswith(pack.language), name
        assert " ".join(body_text(printed(name).path).split()).count(district.name) == 1, name
        with pikepdf.open(printed(name, FILLABLE).path) as pdf:  # whoever hangs it fills in whom to ask
            assert pack.fillable
            assert len(pdf.pages) == 1
            assert len(pdf.Root.AcroForm.Fields) >= 1


def test_the_pocket_card_is_there_twice_and_read_aloud_once(printed: PrintOne) -> None:
    path = printed("mentoring-pocket-card").path
    assert whole_text(path).count("I listen first.") == 2
    assert body_text(path).count("I listen first.") == 1  # the copy is no part of what is read
    assert [page for _, page in bookmarks(path)] == [1]
    with pikepdf.open(printed("mentoring-pocket-card-es").path) as pdf:
        assert len(set(re.findall(rb"([\d.]+) Tf", pdf.pages[0].Contents.read_bytes()))) == 3  # title, text, footer
