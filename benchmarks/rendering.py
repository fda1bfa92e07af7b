"""How fast resumes are set: `python -m benchmarks.rendering [--runs N] [--browser PATH]` prints tables.

The same resume by us, by WeasyPrint and by headless Chromium, one after the other in each round, with another text each
time so that nothing comes from a cache; then pictures of pages, and a hundred previews at once.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from html import escape
from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser, Page, sync_playwright
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from resumes.document import Document
from resumes.rendering.design import Design, Template
from resumes.rendering.fonts import FOLDERS
from resumes.rendering.laying_out import lay_out
from resumes.rendering.rendering import Format, render
from resumes.rendering.sheet import Entry, Sheet
from resumes.rendering.typesetting import pdf, pictures

BULLET = (
    "Improved the throughput of payment system {} by 40 % in two months by measuring it before and after each change"
)
STYLE = (
    "@page { size: A4; margin: 16mm } body { font: 9.5pt/1.3 Noto; margin: 0 }"
    "h1 { font-size: 20pt } h1, h2, h3, p, ul { margin: 3pt 0 }"
)
REST = 0.2
"""Seconds in which a browser cleans up after itself, so that the next in turn doesn't pay for it."""
COLD = (
    "from benchmarks.rendering import document, render, Design, Format; render(document('cold'), Design(), Format.PDF)"
)


def document(change: str) -> Document:
    """Two pages; `change` makes every one of its texts another."""
    jobs = [
        {
            "name": f"Acme {number} {change}",
            "position": "Senior engineer",
            "startDate": f"20{10 + number}-03",
            "endDate": f"20{11 + number}-02",
            "summary": f"Led a team of five. {change}",
            "highlights": [BULLET.format(f"{number}.{line} {change}") for line in range(5)],
        }
        for number in range(6)
    ]
    basics = {"name": "Alice Example", "label": "Engineer", "email": "alice@example.com", "summary": change * 3}
    skills = [{"name": "Languages", "keywords": ["Python", "Go", "SQL", change]}]
    study = [{"institution": f"University {change}", "area": "Computing", "studyType": "BSc", "endDate": "2009"}]
    return Document.model_validate({"basics": basics, "work": jobs, "skills": skills, "education": study})


def html(sheet: Sheet) -> str:
    """The same words as plain HTML, in one of our fonts."""
    parts = [f"<h1>{escape(sheet.name)}</h1><p>{escape(sheet.label)}</p>"]
    parts += [f"<p>{escape(contact.text)}</p>" for contact in sheet.contacts]
    for section in sheet.sections:
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        parts += map(_entry, section.entries)
    style = f"<style>{faces()}{STYLE}</style>"
    return f"<!doctype html><html lang=en><title>Resume</title>{style}{''.join(parts)}</html>"


def faces() -> str:
    files = {file.stem: file.as_uri() for folder in FOLDERS for file in folder.glob("NotoSans-*.ttf")}
    weights = {400: files["NotoSans-Regular"], 700: files["NotoSans-Bold"]}
    return "".join(f"@font-face {{ font-family: Noto; font-weight: {w}; src: url('{f}') }}" for w, f in weights.items())


def _entry(entry: Entry) -> str:
    bullets = "".join(f"<li>{escape(bullet)}</li>" for bullet in entry.bullets)
    line = " ".join(filter(None, (entry.subtitle, entry.dates, entry.note)))
    return f"<h3>{escape(entry.title)}</h3><p>{escape(line)}</p><p>{escape(entry.summary)}</p><ul>{bullets}</ul>"


def measure(ways: dict[str, Callable[[str], bytes]], runs: int) -> tuple[dict[str, list[float]], dict[str, int]]:
    """Milliseconds of each way in each round, and its pages; the first round warms up and doesn't count."""
    spent: dict[str, list[float]] = {name: [] for name in ways}
    pages = {}
    for number in range(runs + 1):
        for name, way in ways.items():
            time.sleep(REST)
            start = time.perf_counter()
            data = way(f"round {number}")
            spent[name].append(1000 * (time.perf_counter() - start))
            pages[name] = len(pypdfium2.PdfDocument(data))
    return {name: times[1:] for name, times in spent.items()}, pages


def by_us(template: Template, change: str) -> bytes:
    return render(document(change), Design(template=template), Format.PDF)


def by_weasyprint(change: str, faces: FontConfiguration) -> bytes:
    content = HTML(string=html(lay_out(document(change), Design())))
    made: bytes = content.write_pdf(pdf_variant="pdf/ua-1", font_config=faces)
    return made


def by_chromium(page: Page, folder: Path, change: str) -> bytes:
    """Through a file: only from there may the browser read the fonts."""
    file = folder / "resume.html"
    file.write_text(html(lay_out(document(change), Design())), "utf-8")
    page.goto(file.as_uri())
    return page.pdf(prefer_css_page_size=True, tagged=True)


def by_chromium_anew(browser: Browser, folder: Path, change: str) -> bytes:
    """In a context of its own, so that no person's resume meets another's."""
    with browser.new_context() as context:
        return by_chromium(context.new_page(), folder, change)


def compare(executable: str, runs: int) -> list[str]:
    ways: dict[str, Callable[[str], bytes]] = {template.value: partial(by_us, template) for template in Template}
    known = FontConfiguration()
    ways["WeasyPrint"] = lambda change: by_weasyprint(change, known)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page, folder = browser.new_page(), Path(name)
        ways["Chromium, same tab"] = lambda change: by_chromium(page, folder, change)
        ways["Chromium, new tab"] = lambda change: by_chromium_anew(browser, folder, change)
        spent, pages = measure(ways, runs)
    ours = max(statistics.median(spent[name]) for name in Template if pages[name] == 2)
    lines = [f"{'PDF, warm':20}{'pages':>6}{'median ms':>11}{'p95 ms':>9}{'x ours':>11}"]
    for name, times in spent.items():
        median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        lines.append(f"{name:20}{pages[name]:6}{median:11.1f}{p95:9.1f}{median / ours:11.1f}")
    return lines


def first_time() -> str:
    """A new process: start of Python and imports, fonts, template, and one resume."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", COLD], check=True)
    return f"first PDF of a new process, its start included: {1000 * (time.perf_counter() - start):.0f} ms"


def page_pictures(runs: int) -> str:
    spent = []
    for number in range(runs):
        sheet = lay_out(document(f"picture {number}"), Design())
        start = time.perf_counter()
        pictures(sheet, Design())
        spent.append(1000 * (time.perf_counter() - start))
    return f"both pages as pictures at 144 pixels an inch: median {statistics.median(spent):.0f} ms"


def at_once(many: int) -> str:
    """That many people, each with another resume, asking in the same moment."""
    sheets = [lay_out(document(f"preview {number}"), Design()) for number in range(many)]
    before, start = _megabytes("VmRSS"), time.perf_counter()
    with ThreadPoolExecutor(many) as pool:
        pages = sum(len(made) for made in pool.map(lambda sheet: pictures(sheet, Design()), sheets))
    seconds = time.perf_counter() - start
    sizes = f"{before} MB before, {_megabytes('VmRSS')} MB after, {_megabytes('VmHWM')} MB at most"
    return f"{many} previews at once: {pages} pages in {seconds:.1f} s, no error; {sizes}"


def _megabytes(figure: str) -> int:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(figure)) >> 10


def large() -> list[str]:
    """Milliseconds of what no one should send, in the slowest template."""
    word = "abcdefghij" * 1000
    jobs = [{"name": f"Acme {n}", "position": "Engineer", "highlights": [BULLET.format(n)] * 10} for n in range(200)]
    cases: dict[str, dict[str, object]] = {
        "200 jobs of 10 bullets": {"work": jobs},
        "a word of 10,000 letters": {"basics": {"summary": word}},
    }
    lines = []
    for name, content in cases.items():
        worst = max((_once(content, template), template.value) for template in Template)
        lines.append(f"{name}: {worst[0]:.0f} ms as PDF in the slowest template ({worst[1]})")
    return lines


def _once(content: dict[str, object], template: Template) -> float:
    design = Design(template=template)
    start = time.perf_counter()
    pdf(lay_out(Document.model_validate(content), design), design)
    return 1000 * (time.perf_counter() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--browser", default="/usr/bin/chromium")
    options = parser.parse_args()

    lines = [first_time(), at_once(100), *compare(options.browser, options.runs), page_pictures(options.runs), *large()]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
