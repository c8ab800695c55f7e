from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coaching_manual.cli import main
from coaching_manual.index import Index
from coaching_manual.problems import Problems
from coaching_manual.project import read_project
from coaching_manual.scaffold import ALIAS_KINDS, Alias, NewAlias, ScaffoldError, new_alias
from coaching_manual.structure import read_framework
from tests.unit.sample import CORE, Sample

GUIDE = """\
  - id: guide
    term: Guide
    definition: Somebody who knows the way.
    basis: draft
{fields}    audience: [all-staff]
"""
REASON = "We say guide now."


def index_of(sample: Sample) -> Index:
    """The look-ups of the sample's framework, without its pages, which aliases do not touch."""
    return Index(read_framework(sample.root / "framework", sample.root, Problems()))


def add(sample: Sample, word: str, kind: str = "search", *, of: str = "guide", **details: str) -> NewAlias:
    return new_alias(Alias(word, kind, **details), of, index_of(sample), read_project(sample.config, Problems()))


def lay_out(sample: Sample, fields: str) -> str:
    """Add the term "guide" with these fields; what its file holds then."""
    sample.add(CORE, GUIDE.format(fields=fields))
    return sample.read(CORE)


def inserted(before: str, after: str) -> str:
    """The lines that went, and those that came, as in a diff."""
    changes = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return "".join(line for line in changes if line[:2] in {"- ", "+ "})


@pytest.mark.parametrize(
    ("kind", "details", "change"),
    [
        ("search", {}, "+     search_words: [way finder]\n"),
        ("synonym", {}, "+     synonyms: [way finder]\n"),
        ("acronym", {}, "+     acronyms:\n+       - short: way finder\n"),
        (
            "acronym",
            {"stands_for": "Way  finder: one"},
            '+     acronyms:\n+       - short: way finder\n+         stands_for: "Way finder: one"\n',
        ),
        (
            "retired",
            {"reason": REASON},
            '+     retired_names:\n+       - name: way finder\n+         changed: "We say guide now."\n',
        ),
        (
            "avoid",
            {"reason": "It is vague, " + 7 * "and it says too much " + "here."},
            (
                "+     do_not_say:\n+       - wording: way finder\n+         reason: >-\n"
                "+           It is vague, and it says too much and it says too much and it says too much and it says\n"
                "+           too much and it says too much and it says too much and it says too much here.\n"
            ),
        ),
    ],
)
def test_a_field_that_is_missing_is_written_in_its_place(
    sample: Sample, kind: str, details: dict[str, str], change: str
) -> None:
    before = lay_out(sample, "")
    made = add(sample, " way \n finder", kind, **details)
    after = sample.read(CORE)
    assert inserted(before, after) == change
    assert "basis: draft\n    " + change.split("\n", 1)[0].removeprefix("+     ") in after
    assert made == NewAlias("way finder", ALIAS_KINDS[kind].name, "Guide", sample.root / CORE, made.line)
    assert "way finder" in after.splitlines()[made.line - 1]


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ("    search_words: [leader]\n", "- {}[leader]\n+ {}[leader, way finder]\n"),
        (
            "    search_words: [ leader , 'a b' ] # some\n",
            "- {}[ leader , 'a b' ] # some\n+ {}[ leader , 'a b', way finder ] # some\n",
        ),
        ("    search_words: []\n", "- {}[]\n+ {}[way finder]\n"),
        ("    search_words: [leader,]\n", "- {}[leader,]\n+ {}[leader, way finder,]\n"),
        ("    search_words: [\n      leader, # one\n      head,\n    ]\n", "+       way finder,\n"),
        ("    search_words: [leader,\n      head]\n", "-       head]\n+       head, way finder]\n"),
        ("    search_words: [\n      leader\n    ]\n", "-       leader\n+       leader,\n+       way finder\n"),
        (
            f"    search_words: [{'l' * 70}, head]\n",
            f"- {{}}[{'l' * 70}, head]\n+ {{}}[{'l' * 70}, head,\n+                    way finder]\n",
        ),
        ("    search_words:\n      - leader\n", "+       - way finder\n"),
        ("    search_words:\n    - leader # one\n    # of many\n\n", "+     - way finder\n"),
        ("    search_words:\n      - >-\n        leader of\n        all\n\n\n", "+       - way finder\n"),
        ('    "search_words":\n      - "leader of\n        all" # one\n', "+       - way finder\n"),
    ],
)
def test_a_list_keeps_its_look(sample: Sample, fields: str, change: str) -> None:
    before = lay_out(sample, fields)
    add(sample, "way finder")
    assert inserted(before, sample.read(CORE)) == change.format("    search_words: ", "    search_words: ")


@pytest.mark.parametrize(
    ("fields", "kind", "change"),
    [
        (
            "    retired_names:\n      - name: leader\n        changed: >-\n          It did.\n\n    # a note\n",
            "retired",
            '+       - name: way finder\n+         changed: "We say guide now."\n',
        ),
        (
            "    do_not_say: [{wording: boss, reason: No.}]\n",
            "avoid",
            (
                "-     do_not_say: [{wording: boss, reason: No.}]\n"
                '+     do_not_say: [{wording: boss, reason: No.}, {wording: way finder, reason: "We say guide now."}]\n'
            ),
        ),
        (
            "    es: {term: guía}\n",
            "spanish",
            "-     es: {term: guía}\n+     es: {term: guía, synonyms: [way finder]}\n",
        ),
        ("    es:\n      term: guía\n      reviewed: 2026-01-01\n", "spanish", "+       synonyms: [way finder]\n"),
        ("    es:\n      term: guía\n      synonyms:\n        - guion\n", "spanish", "+         - way finder\n"),
    ],
)
def test_names_that_say_more_and_spanish_ones(sample: Sample, fields: str, kind: str, change: str) -> None:
    before = lay_out(sample, fields)
    add(sample, "way finder", kind, reason=REASON if ALIAS_KINDS[kind].question else "")
    assert inserted(before, sample.read(CORE)) == change


def test_a_note_below_a_list_stays_below_it(sample: Sample) -> None:
    fields = "    search_words:\n      - leader # one\n    # about the readers\n\n"
    before = lay_out(sample, fields)
    add(sample, "way finder")
    grown = fields.replace("# one\n", "# one\n      - way finder\n")
    assert sample.read(CORE) == before.replace(fields, grown)


def test_a_term_in_braces(sample: Sample) -> None:
    term = "  - {id: guide, term: Guide, definition: Somebody., basis: draft, audience: [all-staff]}\n"
    sample.add(CORE, term)
    made = add(sample, "way finder")
    line = sample.read(CORE).splitlines()[made.line - 1]
    assert line == "     search_words: [way finder], audience: [all-staff]}"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_mark_at_the_beginning_stay(sample: Sample, line_end: str, mark: str) -> None:
    before = mark + lay_out(sample, "").replace("\n", line_end)
    sample.write(CORE, before)
    add(sample, "way finder", "acronym")
    came = "    acronyms:\n      - short: way finder\n".replace("\n", line_end)
    head, _, tail = before.rpartition("    audience:")
    assert sample.read(CORE) == head + came + "    audience:" + tail


def test_line_ends_of_both_kinds_stay(sample: Sample) -> None:
    before = lay_out(sample, "").replace("basis: seed\n", "basis: seed\r\n")
    sample.write(CORE, before)
    add(sample, "way finder")
    assert sample.read(CORE) == before.replace("draft\n    aud", "draft\n    search_words: [way finder]\n    aud")


def test_a_file_that_does_not_end_its_last_line(sample: Sample) -> None:
    before = lay_out(sample, "").removesuffix("\n") + "\n    search_words:\n      - leader"
    sample.write(CORE, before)
    made = add(sample, "way finder")
    assert sample.read(CORE) == before + "\n      - way finder"
    assert made.line == before.count("\n") + 2


@pytest.mark.parametrize(
    ("word", "details", "of", "message"),
    [
        ("leader", {}, "gide", 'There is no term with the id "gide". Did you mean "guide"?'),
        ("leader", {}, "old-guide", 'There is no term with the id "old-guide". It is now called "guide".'),
        (
            "leader",
            {},
            "qqq",
            'There is no term with the id "qqq". The id is the last part of the address of its page.',
        ),
        ("?! ", {}, "guide", '"?!" has no letters that search could find.'),
        ("scout", {}, "guide", f'"scout" is already a search word of "Guide" ({CORE}:28:20). Search finds it.'),
        (
            "coaching",
            {"kind": "spanish"},
            "guide",
            (
                f'"coaching" is already the preferred term of "Coaching" ({CORE}:4:11). '
                "A name can stand on one term only: take it out there first."
            ),
        ),
        (
            "Mentoría",
            {},
            "guide",
            (
                f'"Mentoría" is already a Spanish name of "Mentoring" ({CORE}:15:16). '
                "A name can stand on one term only: take it out there first."
            ),
        ),
        (
            "guion",
            {},
            "coach",
            (
                f'"guion" is already a Spanish name of "Guide" ({CORE}:30:37). '
                "A name can stand on one term only: take it out there first."
            ),
        ),
        (
            "PLC",
            {"kind": "retired"},
            "guide",
            'Say in a sentence what changed:  --reason "We say coaching meeting now."',
        ),
        (
            "PLC",
            {"kind": "avoid", "reason": " "},
            "guide",
            'Say in a sentence why it should not be said:  --reason "It sounds like a repair."',
        ),
        ("PLC", {"reason": REASON}, "guide", "--reason goes with  --as retired or --as avoid  only."),
        ("PLC", {"kind": "synonym", "stands_for": "x"}, "guide", "--stands-for goes with  --as acronym  only."),
        ("PLC", {"kind": "spanish"}, "plain", '"Plain" has no Spanish yet. Write  es:  with its  term:  first.'),
        (
            "a\u200bb",
            {},
            "guide",
            f"The word cannot be put in at {CORE}:28:25 without changing what is there. Type it there by hand.",
        ),
        (
            "PLC",
            {"kind": "avoid", "reason": REASON},
            "plain",
            f"The word cannot be put in at {CORE}:39:16 without changing what is there. Type it there by hand.",
        ),
    ],
)
def test_what_is_refused(sample: Sample, word: str, details: dict[str, str], of: str, message: str) -> None:
    lay_out(
        sample,
        "    former_ids: [old-guide]\n    search_words: [scout]\n"
        "    es:\n      {term: guía, synonyms: [guia, guion]}\n",
    )
    plain = GUIDE.replace("guide", "plain").replace("Guide", "Plain")
    kept = "    do_not_say:\n      - wording: boss\n        reason: |+\n          Rude.\n\n"
    sample.add(CORE, plain.format(fields=kept))
    before = sample.files()
    with pytest.raises(ScaffoldError) as refused:
        add(sample, word, of=of, **details)
    assert str(refused.value) == message
    assert sample.files() == before


def test_a_term_that_cannot_be_read(sample: Sample) -> None:
    lay_out(sample, "    synonym: leader\n")
    with pytest.raises(
        ScaffoldError, match=r"^Some entries cannot be read\. Mend first what  coaching-manual check  reports\.$"
    ):
        add(sample, "way finder")


def test_the_command(sample: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(sample.root)
    assert main(["new", "alias", "thinking  partner", "--of", "coach"]) == 0
    said = f'"thinking partner" is a search word of "Coach" now: {CORE}, line 20.\nAll is well.\n'
    assert capsys.readouterr() == (said, "")
    reason = "Say coach."
    assert main(["new", "alias", "helper", "--of", "coach", "--as", "avoid", "--reason", reason]) == 0
    assert index_of(sample).terms["coach"].record.do_not_say[0].reason == reason
    letters = ["new", "alias", "ICC", "--of", "coach", "--as", "acronym", "--stands-for", "instructional coach"]
    assert main(letters) == 0
    assert index_of(sample).terms["coach"].record.acronyms[0].stands_for == "instructional coach"
    capsys.readouterr()
    assert main(["new", "alias", "coach", "--of", "mentoring"]) == 2
    refusal = (
        f'coaching-manual: "coach" is already the preferred term of "Coach" ({CORE}:17:11). '
        "A name can stand on one term only: take it out there first.\n"
    )
    assert capsys.readouterr() == ("", refusal)


# Many ways to write a term: each list with its items in one of the ways that YAML knows, and notes and gaps between.
def _flow(gap: str) -> Callable[[list[str]], str]:
    return lambda items: " [" + gap + ("," + gap).join(items) + gap + "]\n"


def _block(margin: int, note: str) -> Callable[[list[str]], str]:
    return lambda items: "\n" + "".join(f"{' ' * margin}- {item}{note}\n" for item in items)


_WORDS = st.text("abcdefghij äñ", min_size=1, max_size=12).map(lambda word: f"x{word.strip()}")
_QUOTES = st.sampled_from(["{}", '"{}"', "'{}'"])
_WAYS = st.one_of(
    st.sampled_from(["", " ", "\n      ", "\n          # a note\n         "]).map(_flow),
    st.builds(_block, st.sampled_from([4, 6, 9]), st.sampled_from(["", "  ", " # a note", "\n\n"])),
)


@st.composite
def _lists(draw: st.DrawFn, name: str) -> str:
    """A field with a list of words that no other list has."""
    words = draw(st.lists(_WORDS, min_size=1, max_size=5, unique_by=str.lower))
    items = [draw(_QUOTES).format(f"{name[:3]} {word}") for word in words]
    return f"    {name}:" + draw(_WAYS)(items)


_ACRONYMS = st.sampled_from(
    [
        "    acronyms: [{short: ABC}, {short: ABD, stands_for: all but done}]\n",
        "    acronyms:\n    - short: ABC\n      # a note\n    -\n      short: ABD\n      stands_for: all # a note\n",
        "    acronyms:\n      - {short: ABC,\n         stands_for: 'all but\n         cash'}\n\n",
        "    acronyms:\n      - short: ABC\n        stands_for: >-\n          all\n          but cash\n\n\n",
    ]
)
_SPANISH = st.sampled_from(
    [
        "    es: {term: guía}\n",
        "    es: {term: guía, synonyms: [guion]} # a note\n",
        "    es:\n      term: guía\n      definition: |\n        Una\n        persona.\n\n",
        "    es:\n        synonyms:\n        - guion\n        - 'guía\n          x'\n      # a\n        term: guía\n",
    ]
)
_NOTES = st.sampled_from(["", "\n", "    # a note\n", "# at the margin\n\n"])


@st.composite
def _terms(draw: st.DrawFn) -> str:
    """The text of a term with some of its fields, in any order."""
    fields = ["    basis: draft\n", "    audience: [all-staff]\n", draw(_SPANISH)]
    fields.append("    definition: >-\n      Somebody\n      who leads.\n")
    lists = (_lists("synonyms"), _lists("search_words"), _ACRONYMS)
    fields.extend(draw(kind) for kind in lists if draw(st.booleans()))
    body = "".join(draw(_NOTES) + field for field in draw(st.permutations(fields)))
    return f"  - id: guide\n    term: Guide\n{body}"


_DETAILS = {"acronym": {"stands_for": "all: of it"}, "retired": {"reason": REASON}, "avoid": {"reason": "No. " * 40}}
_NEW_WORDS = st.text(min_size=1, max_size=30).filter(
    lambda word: word.isprintable() and any(char.isalnum() for char in word) and not word.startswith(" ")
)


def _folded(text: str) -> str:
    """A text without accents and capitals."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)).casefold()


def _grown(term: dict[str, Any], word: str, kind: str) -> dict[str, Any]:
    """The term that must come out: the one before with one name more."""
    *inside, field = ALIAS_KINDS[kind].list_at
    item: Any = word
    if kind == "acronym":
        item = {"short": word, "stands_for": "all: of it"}
    elif kind == "retired":
        item = {"name": word, "changed": REASON}
    elif kind == "avoid":
        item = {"wording": word, "reason": ("No. " * 40).strip()}
    if inside:
        return {**term, "es": _grown_list(term["es"], field, item)}
    return _grown_list(term, field, item)


def _grown_list(fields: dict[str, Any], field: Any, item: Any) -> dict[str, Any]:
    return {**fields, field: [*fields.get(field, []), item]}


@pytest.fixture(scope="module")
def shared(laid_out: Any, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """One project for all examples; each writes its whole file anew."""
    sample = Sample(tmp_path_factory.mktemp("aliases"))
    for file, content in Sample(laid_out).files().items():
        sample.write(file, content.decode())
    return sample


@given(
    term=_terms(),
    after=_NOTES,
    kind=st.sampled_from(sorted(ALIAS_KINDS)),
    word=_NEW_WORDS,
    end=st.sampled_from(["\n", "\r\n"]),
)
@settings(deadline=None, max_examples=300)
def test_any_term_grows_by_one_name_and_nothing_else_changes(
    shared: Sample, term: str, after: str, kind: str, word: str, end: str
) -> None:
    assume(_folded(word.strip()) not in re.findall(r"\w+", _folded(term)))  # a name that is there already is refused
    last = f"{after}  - {{id: last, term: Last, definition: The end., basis: draft, audience: [all-staff]}}\n"
    before = ("category: core\nterms:\n" + term + last).replace("\n", end)
    shared.write(CORE, before)
    add(shared, word, kind, **_DETAILS.get(kind, {}))
    now = shared.read(CORE)
    old, new = yaml.safe_load(before), yaml.safe_load(now)
    assert new["terms"] == [_grown(old["terms"][0], " ".join(word.split()), kind), old["terms"][1]]
    assert_only_more(before, now)


def assert_only_more(before: str, after: str) -> None:
    """One piece came in, and the file is otherwise the same, character for character."""
    same = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
    length = len(after) - len(before)
    assert after[:same] + after[same + length :] == before
