from __future__ import annotations

from pathlib import Path

import pytest

from coaching_manual.folders import MARK, NotOursError, swap_in
from coaching_manual.write import write_tree
from tests.unit.sample import CORE, Sample


def tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(sample: Sample) -> Path:
    out = sample.root.parent / "out"
    write_tree(sample.manual(), out)
    return out


def test_the_whole_tree(sample: Sample) -> None:
    sample.write("docs/images/photo.png", "not really a photo")
    sample.write("docs/style.css", "p {}")
    sample.write("docs/.hidden/notes.md", "# Hidden")
    sample.write("docs/.notes.txt", "hidden")
    out = sample.root.parent / "new" / "out"
    assert write_tree(sample.manual(), out) == 8
    assert tree(out) == {
        MARK,
        "common-language/acronyms.md",
        "common-language/index.md",
        "common-language/terms/coach.md",
        "common-language/terms/coaching.md",
        "common-language/terms/mentoring.md",
        "images/photo.png",
        "index.md",
        "open-decisions.md",
        "sources.md",
        "style.css",
    }
    assert (out / "images/photo.png").read_text(encoding="utf-8") == "not really a photo"
    assert names(out.parent) == ["out"]


def test_record_links_become_links_to_files_and_addresses(sample: Sample) -> None:
    sample.write(
        "docs/guides/start.md",
        "---\ntitle: Stárt\nowner: A role  # kept\n---\n\n# Start\n\n"
        '[a](term:coaching) [b](source:study-2020) [c](page:index.md) <a href="term:coach">d</a>\n'
        '{{ term("coaching") }} {{ cite("study-2020") }} {{ definition("coach") }}\n'
        "`[a](term:coaching)` `{{ term }}`\n",
    )
    out = write(sample)
    assert (out / "guides/start.md").read_text(encoding="utf-8") == (
        "---\ntitle: Stárt\nowner: A role  # kept\n---\n\n# Start\n\n"
        "[a](../common-language/terms/coaching.md) [b](../sources.md#study-2020) [c](../index.md) "
        '<a href="../../common-language/terms/coach/">d</a>\n'
        '<a class="term-link" href="../../common-language/terms/coaching/">coaching</a> '
        '<a class="citation" href="../../sources/#study-2020" lang="en">A study, 2020</a> '
        '<div class="definition" data-terms="off">\n'
        '<p><a href="../../common-language/terms/coach/"><strong>Coach</strong></a>: '
        "A trained employee who supports the growth of others.</p>\n</div>\n\n"
        "`[a](term:coaching)` `{{ term }}`\n"
    )


def test_addresses_follow_the_kind_of_site(sample: Sample) -> None:
    sample.add("mkdocs.yml", "use_directory_urls: false\n")
    sample.write("docs/start.md", '# Start\n\n{{ term("coaching") }}\n')
    assert 'href="./common-language/terms/coaching.html"' in (write(sample) / "start.md").read_text(encoding="utf-8")


def test_pages_without_macros_are_written_as_they_are(sample: Sample) -> None:
    out = write(sample)
    for name in ("index.md", "open-decisions.md", "common-language/index.md"):
        assert (out / name).read_bytes() == (sample.root / "docs" / name).read_bytes()


def test_pages_of_terms(sample: Sample) -> None:
    sample.write(
        CORE,
        sample.read(CORE)
        .replace("term: Mentoring", 'term: "Mentoring: \\"help\\""')
        .replace("id: coach\n", "id: coach\n    former_ids: [helper]\n"),
    )
    out = write(sample) / "common-language/terms"
    mentoring = (out / "mentoring.md").read_text(encoding="utf-8")
    assert mentoring.startswith(
        "---\ntitle: 'Mentoring: “help”'\n"
        "description: Guidance that a more experienced person gives a newer one.\nhide:\n- toc\n---\n\n"
    )
    assert '<li><a href="../../../common-language/terms/coaching/">Coaching</a></li>' in mentoring
    assert '<a href="../../../open-decisions/">to confirm</a>' in mentoring
    moved = (out / "helper.md").read_text(encoding="utf-8")
    assert moved.startswith("---\ntitle: Coach (moved from helper)\n")
    assert '<a href="../../../common-language/terms/coach/">' in moved


def test_an_older_tree_is_replaced_whole(sample: Sample) -> None:
    out = write(sample)
    (out / "left-over.md").write_text("old", encoding="utf-8")
    sample.write("docs/index.md", "# Start again\n")
    write(sample)
    assert (out / "index.md").read_text(encoding="utf-8") == "# Start again\n"
    assert "left-over.md" not in tree(out)
    assert names(out.parent) == ["out", "project"]


def test_an_empty_folder_may_be_written_into(sample: Sample) -> None:
    (sample.root.parent / "out").mkdir()
    assert MARK in tree(write(sample))


def test_a_foreign_folder_is_refused(sample: Sample) -> None:
    out = sample.root.parent / "out"
    out.mkdir()
    (out / "precious.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(NotOursError) as refused:
        write_tree(sample.manual(), out)
    assert str(refused.value) == (
        f"{out} is not empty, and this program did not write it. Empty it, or name another folder."
    )
    assert tree(out) == {"precious.txt"}
    assert names(out.parent) == ["out", "project"]


def test_a_file_is_refused(sample: Sample) -> None:
    out = sample.write("out", "mine")
    with pytest.raises(NotOursError) as refused:
        write_tree(sample.manual(), out)
    assert str(refused.value) == f"{out} is a file. Name a folder."
    assert sample.read("out") == "mine"


@pytest.mark.parametrize(
    "folder",
    ["", "docs", "docs/common-language", "docs/new", "framework", "framework/vocabulary", "macros/new", ".."],
)
def test_the_sources_are_never_replaced(sample: Sample, folder: str) -> None:
    out = (sample.root / folder).resolve()
    if out.is_dir():
        (out / MARK).touch()
    before = sample.files()
    with pytest.raises(NotOursError) as refused:
        write_tree(sample.manual(), out)
    assert str(refused.value) == f"{out} holds the sources of the manual. Name another folder."
    assert sample.files() == before


def test_a_folder_beside_the_sources_is_fine(sample: Sample) -> None:
    assert write_tree(sample.manual(), sample.root / "docs-out") == 8


def test_a_failure_midway_leaves_the_old_tree(sample: Sample) -> None:
    out = write(sample)
    before = {name: (out / name).read_bytes() for name in tree(out)}
    sample.write("docs/index.md", "# Start again\n")
    # a file where the folder of the terms' pages must go
    sample.write("docs/common-language/terms", "in the way")
    with pytest.raises(OSError, match="terms"):
        write(sample)
    assert {name: (out / name).read_bytes() for name in tree(out)} == before
    assert names(out.parent) == ["out", "project"]


def test_swapping_in_what_is_not_there_keeps_the_old(tmp_path: Path) -> None:
    old = tmp_path / "site"
    old.mkdir()
    (old / "index.html").touch()
    (tmp_path / "building").mkdir()
    with pytest.raises(FileNotFoundError):
        swap_in(tmp_path / "building" / "site", old)
    assert tree(tmp_path) == {"site/index.html"}
