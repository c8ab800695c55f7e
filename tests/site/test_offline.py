"""The manual without a network: the worker that keeps it on a device, and the copy that needs no server at all."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from coaching_manual.publish import Publication, offline, publish
from tests.projects import ROOT, run
from tests.site.hosting import Host, hosted

ASSETS = ROOT / "src" / "coaching_manual" / "theme" / "assets" / "manual"
PUBLICATION = Publication("The manual", "The district", "en", None, "#0b5a6b", [])
PAGE = """\
<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<link rel="icon" href="data:,"><script src="{up}assets/manual/offline.js" defer></script></head>
<body><h1>{title}</h1><p>{text}</p><a href="{up}index.html">Start</a></body></html>
"""
TAG = re.compile(r"<[a-z][^>]*>")
ADDRESS = re.compile(r'\s(?:href|src|action)="([^"]*)"')
ELSEWHERE = re.compile(r"[a-z]+:|#")
LEFT_BEHIND = "net::ERR_ABORTED"  # the reader went on before it had come
NOTE = "A new edition of this page is here."
SMALL = {"": "First", "guide/": "Second", "guide/deep/": "Third", "es/": "Cuarta"}


def write_edition(site: Path, texts: dict[str, str] | None = None, *, without: str | None = None) -> None:
    """Build a small site anew; ``texts`` are those that differ from the first edition, by the page's address."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(ASSETS, site / "assets" / "manual")
    (site / "search").mkdir()
    (site / "search" / "words.js").write_text("document.body.dataset.words = 'found';", encoding="utf-8")
    for address, title in {**SMALL, "404.html": "Not here"}.items():
        if address == without:
            continue
        path = site / address if address.endswith(".html") else site / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        language = "es" if address.startswith("es/") else "en"
        text = (texts or {}).get(address, "The first edition.")
        up = "/manual/" if address == "404.html" else "../" * address.count("/")
        path.write_text(PAGE.format(language=language, title=title, text=text, up=up), encoding="utf-8")
    publish(site, PUBLICATION, site.parent / "cache")


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A host with the first edition of a small site."""
    write_edition(tmp_path / "site")
    with hosted(tmp_path / "site") as started:
        yield started


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    expect.set_options(timeout=15_000)
    with browser.new_context() as opened:
        opened.set_default_timeout(15_000)
        yield opened


NEXT_WORKER = """\
() => {
  const changed = new Promise((done, failed) => {
    navigator.serviceWorker.addEventListener("controllerchange", done, { once: true });
    setTimeout(() => failed(new Error("no other worker has come")), 30000);
  });
  const settled = (worker) => worker.state === "activated" || new Promise((done) => {
    worker.addEventListener("statechange", () => done(true));
  });
  window.nextWorker = changed.then(() => settled(navigator.serviceWorker.controller));
}
"""


def open_kept(context: BrowserContext, host: Host) -> Page:
    """Open the first page of a host's site, and wait until the worker answers for it."""
    page = context.new_page()
    page.goto(host.address)
    page.evaluate(NEXT_WORKER)
    page.evaluate("navigator.serviceWorker.controller ? true : window.nextWorker")
    return page


def listen(context: BrowserContext) -> list[str]:
    """Everything that pages of a context will say in the console, or ask for in vain."""
    said: list[str] = []
    context.on("console", lambda message: said.append(message.text))
    context.on("weberror", lambda fault: said.append(str(fault.error)))
    context.on("requestfailed", lambda request: said.extend([request.url] if request.failure != LEFT_BEHIND else []))
    return said


@contextmanager
def new_worker(page: Page) -> Iterator[None]:
    """Wait until what happens inside has put another worker in charge of the page."""
    page.evaluate(NEXT_WORKER)
    yield
    page.evaluate("window.nextWorker")


def look_for_news(page: Page) -> None:
    """Do what the browser does now and then: ask whether there is another worker."""
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => null)")


@pytest.fixture
def page(context: BrowserContext, host: Host) -> Page:
    """The first page of the small site, once the worker answers for it."""
    return open_kept(context, host)


def kept(page: Page) -> set[str]:
    """The addresses of everything that the device keeps, below the site's root and without the version."""
    keys: list[str] = page.evaluate(
        "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name))))"
        ".then((stores) => Promise.all(stores.map((store) => store.keys())))"
        ".then((all) => all.flat().map((request) => new URL(request.url).pathname))"
    )
    assert len(keys) == len(set(keys)), "one version of each"
    return {key.removeprefix("/manual/") for key in keys}


# ---- A device without a network ----


@pytest.mark.parametrize("state", ["gone", "broken"])
def test_pages_that_were_never_visited_open_without_a_host(page: Page, host: Host, state: str) -> None:
    host.state = state
    for address, title in SMALL.items():
        answer = page.goto(host.address + address)
        assert answer
        assert answer.status == 200
        expect(page.locator("h1")).to_have_text(title)


def test_scripts_that_are_asked_for_later_come_from_the_device(page: Page, host: Host) -> None:
    host.state = "gone"
    page.add_script_tag(url=f"{host.address}search/words.js")
    expect(page.locator("body")).to_have_attribute("data-words", "found")


def test_an_address_that_is_not_there_shows_the_page_for_that(page: Page, host: Host) -> None:
    host.state = "gone"
    answer = page.goto(f"{host.address}nowhere/at/all/")
    assert answer
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("Not here")


@pytest.mark.parametrize(("typed", "shown"), [("guide", "guide/"), ("guide/index.html", "guide/index.html")])
def test_other_ways_to_write_an_address_work_too(page: Page, host: Host, typed: str, shown: str) -> None:
    host.state = "gone"
    page.goto(host.address + typed)
    expect(page.locator("h1")).to_have_text("Second")
    assert page.url == host.address + shown


def test_a_host_that_does_not_answer_is_not_waited_for(page: Page, host: Host) -> None:
    host.state = "stuck"
    page.goto(f"{host.address}guide/")
    expect(page.locator("h1")).to_have_text("Second")
    host.release.set()


def test_the_rest_of_the_host_is_left_alone(page: Page, host: Host) -> None:
    page.goto(host.address.replace("/manual/", "/"))
    assert page.evaluate("navigator.serviceWorker.controller") is None


def test_what_does_not_fit_is_kept_when_it_is_read(
    context: BrowserContext, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offline, "BUDGET", 0)
    write_edition(host.folder)
    page = open_kept(context, host)
    page.goto(f"{host.address}guide/")
    host.state = "gone"
    page.goto(host.address)
    page.goto(f"{host.address}guide/")
    expect(page.locator("h1")).to_have_text("Second")
    page.goto(f"{host.address}guide/deep/")
    expect(page.locator("h1")).to_have_text("Not here")


# ---- A new edition ----


def test_a_new_edition_fetches_only_what_changed(page: Page, host: Host) -> None:
    before = kept(page)
    host.asked.clear()
    write_edition(host.folder, {"guide/": "The second edition."})
    with new_worker(page):
        look_for_news(page)
    assert host.fetched() == ["guide/"]
    assert kept(page) == before
    host.state = "gone"
    page.goto(f"{host.address}guide/")
    expect(page.locator("p").first).to_have_text("The second edition.")


def test_what_is_gone_from_the_site_is_not_kept(page: Page, host: Host) -> None:
    before = kept(page)
    write_edition(host.folder, without="guide/deep/")
    with new_worker(page):
        look_for_news(page)
    assert before - kept(page) == {"guide/deep/"}


def test_with_a_network_every_page_is_the_newest(page: Page, host: Host) -> None:
    write_edition(host.folder, {"guide/": "The second edition."})
    page.goto(f"{host.address}guide/")
    expect(page.locator("p").first).to_have_text("The second edition.")
    page.wait_for_load_state()
    expect(page.get_by_role("status")).to_be_empty()


@pytest.mark.parametrize(
    ("address", "said", "show"),
    [("guide/", NOTE, "Show it"), ("es/", "Hay una edición nueva de esta página.", "Mostrarla")],
)
def test_the_reader_of_an_old_page_is_told_and_decides(
    page: Page, host: Host, address: str, said: str, show: str
) -> None:
    page.goto(host.address + address)
    expect(page.get_by_role("status")).to_be_empty()
    write_edition(host.folder, {address: "The second edition."})
    with new_worker(page):
        look_for_news(page)
    expect(page.get_by_role("status")).to_contain_text(said)
    expect(page.locator("p").first).to_have_text("The first edition.")
    page.get_by_role("button", name=show).click()
    expect(page.locator("p").first).to_have_text("The second edition.")
    expect(page.get_by_role("status")).to_be_empty()


def test_the_note_can_be_sent_away(page: Page, host: Host) -> None:
    write_edition(host.folder, {"": "The second edition."})
    with new_worker(page):
        look_for_news(page)
    page.get_by_role("button", name="Not now").click()
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator("p").first).to_have_text("The first edition.")


def test_a_page_that_did_not_change_says_nothing(page: Page, host: Host) -> None:
    write_edition(host.folder, {"guide/": "The second edition."})
    with new_worker(page):
        look_for_news(page)
    # the page has its answer once it gets one to the same question, asked later
    page.evaluate(
        "new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(null);"
        " navigator.serviceWorker.controller.postMessage(location.href, [port2]); })"
    )
    expect(page.get_by_role("status")).to_be_empty()


# ---- The real site ----


MAIN_PAGES = ("common-language/", "common-language/terms/coaching/", "why-we-coach/", "sources/")


@pytest.fixture
def complaints(context: BrowserContext) -> list[str]:
    return listen(context)


@pytest.fixture
def real_host(site: Path) -> Iterator[Host]:
    """A host of the real site, which stands at its root."""
    with hosted(site) as started:
        started.root = "/"
        yield started


def test_the_policy_of_the_real_site_holds(context: BrowserContext, real_host: Host, complaints: list[str]) -> None:
    assert "frame-ancestors 'none'" in dict(real_host.headers())["Content-Security-Policy"]
    page = open_kept(context, real_host)
    for path in MAIN_PAGES:
        page.goto(real_host.address + path, wait_until="networkidle")
        expect(page.locator("h1").first).to_be_visible()
    assert complaints == []


def test_the_real_site_is_kept_whole(context: BrowserContext, real_host: Host) -> None:
    page = open_kept(context, real_host)
    real_host.state = "gone"
    for path in MAIN_PAGES:
        page.goto(real_host.address + path)
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator(".edition-note")).to_be_empty()
    page.goto(f"{real_host.address}nowhere/")
    expect(page.locator("h1").first).to_have_text("This page is not here")
    search_and_follow(page)


def search_and_follow(page: Page) -> None:
    """Look a word up in the page's search, and follow what is found first."""
    page.locator("[data-search-open]").first.click()
    page.locator("#search-words").press_sequentially("coachee")
    page.locator("[data-search-results] a").first.click()
    page.wait_for_url(re.compile(r"/common-language/terms/coachee(?:/|\.html)$"))
    expect(page.locator("h1")).to_have_text("Coachee")


# ---- The copy on a stick ----


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy of the real site, unpacked."""
    folder = tmp_path_factory.mktemp("stick")
    done = run(ROOT, "coaching_manual.cli", "offline", "--out", str(folder / "copy.zip"))
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(folder / "copy.zip") as zipped:
        zipped.extractall(folder)
    return folder


def test_every_link_of_the_copy_names_a_file_that_is_there(stick: Path) -> None:
    files = {path for path in (stick / "manual").rglob("*") if path.is_file()}
    missing = []
    for page in sorted(path for path in files if path.suffix == ".html"):
        tags = "".join(TAG.findall(page.read_text(encoding="utf-8")))  # a tree of each page would take a minute
        for target in map(unescape, ADDRESS.findall(tags)):
            inside = unquote(target.partition("#")[0].partition("?")[0])
            if not ELSEWHERE.match(target) and Path(os.path.normpath(page.parent / inside)) not in files:
                missing.append(f"{page.relative_to(stick)}: {target}")
    assert missing == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_copy_opens_from_a_disk(browser: Browser, stick: Path, *, scripts: bool) -> None:
    with browser.new_context(java_script_enabled=scripts) as context:
        said = listen(context)
        page = context.new_page()
        page.goto((stick / "START-HERE.html").as_uri())
        page.wait_for_url("**/manual/index.html")
        for path in ("common-language/index.html", "common-language/terms/coaching.html", "why-we-coach.html"):
            page.goto((stick / "manual" / path).as_uri())
            expect(page.locator("h1").first).to_be_visible()
        page.locator("main article a.term").first.click()
        page.wait_for_url("**/manual/common-language/terms/*.html")
        if scripts:
            search_and_follow(page)
        page.locator("header a").first.click()
        page.wait_for_url("**/manual/index.html")
    assert said == []


def test_a_copy_needs_the_name_of_a_zip(tmp_path: Path) -> None:
    done = run(ROOT, "coaching_manual.cli", "offline", "--out", str(tmp_path / "copy"))
    assert done.returncode == 2
    name = (tmp_path / "copy").as_posix()
    assert done.stderr == f"coaching-manual: {name} is no name for a zip. Say --out {name}.zip\n"
