"""Holds a page to WCAG 2.2 AA with axe-core, in both themes, on a phone and on a desktop."""

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SIZES = ((375, 812), (1280, 800))
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# One transition's end may begin another, of what inherits from it: still means still for two frames.
AT_REST = """async () => {
    for (let still = 0; still < 2; still += 1) {
        await new Promise(requestAnimationFrame);
        const moving = document.getAnimations().filter(each => each.effect.getComputedTiming().endTime !== Infinity);
        if (moving.length) still = -1;
        await Promise.allSettled(moving.map(each => each.finished));
    }
}"""


def assert_accessible(page: Page) -> None:
    """The page as it stands when it has loaded and whatever moves has come to rest."""
    page.wait_for_load_state()
    page.evaluate(AT_REST)
    found = Axe().run(page).response["violations"]
    told = [f"{each['id']}: {each['help']}\n    {node['html']}" for each in found for node in each["nodes"]]
    assert not told, f"axe found on {page.url}:\n  " + "\n  ".join(told)


def assert_accessible_everywhere(page: Page) -> None:
    """The page in each theme and size; nothing may stick out to the side, at 320 px neither."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for theme in THEMES:
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            assert_accessible(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert_fits(page)


def assert_fits(page: Page) -> None:
    excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert excess <= 0, f"{page.url} is {excess} px too wide at {page.viewport_size}"
