"""The site's colours: every pair that meets on a page has the contrast that WCAG 2.2 asks for, in both schemes."""

from __future__ import annotations

import re

import pytest
from harness.command import TEMPLATES

ASSETS = TEMPLATES / "assets"
GROUNDS = ("paper", "paper-raised", "field")
BODY, TEXT, EDGE = 7.0, 4.5, 3.0

# Which colour stands on which, and the least contrast: 7 for body text (AAA), 4.5 for other text, 3 for edges and shapes.
PAIRS: dict[str, list[tuple[str, float]]] = {
    "ink": [*((ground, BODY) for ground in GROUNDS), ("mark", BODY), ("tint", BODY)],
    "ink-quiet": [*((ground, TEXT) for ground in GROUNDS), ("tint", TEXT)],
    "accent-ink": [("accent", BODY)],
    "link": [*((ground, TEXT) for ground in GROUNDS), ("mark", TEXT), ("tint", TEXT)],
    "visited": [(ground, TEXT) for ground in GROUNDS],
    "good": [(ground, TEXT) for ground in GROUNDS],
    "ahead": [(ground, TEXT) for ground in GROUNDS],
    "partly": [*((ground, TEXT) for ground in GROUNDS), ("tint", TEXT)],
    "ended": [(ground, TEXT) for ground in GROUNDS],
    "rule": [(ground, EDGE) for ground in GROUNDS],
    "line-control": [(ground, EDGE) for ground in GROUNDS],
    "focus": [(ground, EDGE) for ground in GROUNDS],
}
# Grounds, and lines that only part what stands apart anyway.
BARE = {"paper", "paper-raised", "field", "mark", "accent", "line", "tint", "tint-edge"}


def schemes() -> dict[str, dict[str, str]]:
    """The colours of each scheme by name; what the dark one does not change it takes from the light one."""
    css = (ASSETS / "tokens.css").read_text(encoding="utf-8")
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    colours = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", part)) for part in (light, dark)]
    return {"light": colours[0], "dark": colours[0] | colours[1]}


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_formula_gives_the_known_extremes() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAIRS)
def test_a_colour_stands_out_from_every_ground(name: str, scheme: str) -> None:
    colours = schemes()[scheme]
    weak = {
        ground: round(found, 2)
        for ground, least in PAIRS[name]
        if (found := contrast(colours[name], colours[ground])) < least
    }
    assert weak == {}


def test_every_colour_has_its_place_in_the_table() -> None:
    assert schemes()["light"].keys() - PAIRS.keys() - BARE == set()


def test_colours_and_typefaces_are_named_in_one_place() -> None:
    strays = []
    for sheet in sorted(ASSETS.glob("*.css")):
        if sheet.name in ("tokens.css", "print.css", "charts.css"):  # charts keep their ramp of shades beside them
            continue
        css = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        strays += [f"{sheet.name}: {found}" for found in re.findall(r"#[0-9a-fA-F]{3,8}(?=[;\s])|font-family: (?!var|inherit)[^;]*", css)]
    assert strays == []
