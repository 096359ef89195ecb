#!/usr/bin/env python3
"""Opens a report in a headless browser and checks it with axe-core: check_report.py REPORT.html...

Needs Chromium (Debian's package chromium) and the package axe-core-python, which ships axe-core. One line for each
finding; the last line counts, and the exit status is 1 when there is a finding.
"""

import html
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

# Wide as a desk, and narrow as WCAG 2.1's reflow (1.4.10) asks.
WIDTHS = [1280, 320]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

PROBE = """
const say = (answer) => {
  const note = parent.document.createElement('pre');
  note.id = 'axe-answer';
  note.textContent = JSON.stringify(answer);
  parent.document.body.append(note);
};
const wide = [...document.body.querySelectorAll('*')]
  .filter((e) => !e.closest('.scroll') && !e.closest('svg') && e.getBoundingClientRect().right > innerWidth + 1)
  .map((e) => e.outerHTML.slice(0, 120));
const cut = [...document.querySelectorAll('svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter((t) => {
    const box = t.getBoundingClientRect();
    return box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 2
      || box.bottom > frame.bottom + 2;
  }).map((t) => t.textContent);
});
const scripts = document.querySelectorAll('script:not([data-check])').length;
const outside = [...document.querySelectorAll('[src], link[href]')].map((e) => e.outerHTML.slice(0, 120));
axe.run(document, { runOnly: TAGS }).then(
  (found) => say({
    width: innerWidth, scroll: document.scrollingElement.scrollWidth, wide, cut, scripts, outside,
    passes: found.passes.length,
    violations: found.violations.map((v) => ({ id: v.id, help: v.help, nodes: v.nodes.map((n) => n.html.slice(0, 160)) })),
  }),
  (error) => say({ error: String(error) }));
"""


def axe_source():
    """The text of axe-core; None where the package is not installed."""
    found = importlib.util.find_spec("axe_core_python")
    if not found or not found.submodule_search_locations:
        return None
    with open(os.path.join(list(found.submodule_search_locations)[0], "axe.min.js"), encoding="utf-8") as file:
        return file.read()


def ask(browser, page, axe, width, folder):
    """What the browser says of a page at a width."""
    # The report forbids scripts; only this copy lets the check in.
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    probe = PROBE.replace("TAGS", json.dumps(TAGS))
    inner = page.replace("</body>", f"<script data-check>{axe}</script><script data-check>{probe}</script></body>")
    copy = os.path.join(folder, f"page-{width}.html")
    with open(copy, "w", encoding="utf-8") as file:
        # A window is never as narrow as a telephone; a frame is.
        frame = f'<iframe title="report" style="border:0;width:{width}px;height:1200px" srcdoc="{html.escape(inner)}">'
        file.write(f"<!DOCTYPE html><html><body>{frame}</iframe></body></html>")
    answer = subprocess.run(
        [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            f"--user-data-dir={folder}/profile-{width}", "--window-size=1400,1300", "--virtual-time-budget=60000",
            "--dump-dom", f"file://{copy}",
        ],
        capture_output=True, text=True, timeout=300, check=False,
    )
    found = re.search(r'<pre id="axe-answer">(.*?)</pre>', answer.stdout, re.S)
    if not found:
        return {"error": "the browser did not answer: " + answer.stderr[-400:]}
    return json.loads(html.unescape(found.group(1)))


def findings(answer):
    """The findings of one answer, a line each."""
    if "error" in answer:
        return [answer["error"]]
    lines = [f"{v['id']}: {v['help']}: {node}" for v in answer["violations"] for node in v["nodes"]]
    if answer["scroll"] > answer["width"]:
        lines.append(f"the page is {answer['scroll']} px wide in a window of {answer['width']} px: {answer['wide'][:3]}")
    lines += [f"text of a chart is cut off: {text}" for text in answer["cut"]]
    lines += [f"the page needs another file: {text}" for text in answer["outside"]]
    if answer["scripts"]:
        lines.append(f"the page has {answer['scripts']} scripts")
    return lines


def main():
    reports = sys.argv[1:]
    if not reports:
        sys.exit(__doc__)
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    axe = axe_source()
    if not browser or not axe:
        sys.exit("check_report: needs chromium and the package axe-core-python (see the head of this file)")
    failed = passed = 0
    for report in reports:
        with open(report, encoding="utf-8") as file:
            page = file.read()
        for width in WIDTHS:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                answer = ask(browser, page, axe, width, folder)
            lines = findings(answer)
            for line in lines:
                print(f"{report} at {width} px: {line}")
            if "error" not in answer:
                print(f"{report} at {answer['width']} px: {answer['passes']} rules of axe-core kept")
            failed += bool(lines)
            passed += not lines
    print(f"check_report: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
