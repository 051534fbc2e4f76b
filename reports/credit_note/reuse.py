"""What one page teaches is kept for the next: computed styles and shaped lines are half of what a page costs.

WeasyPrint computes both anew for each document; here they are kept for the process, and only for what `Laid` lays out.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from weasyprint import DEFAULT_OPTIONS, HTML
from weasyprint.css import StyleFor
from weasyprint.css.targets import TargetCollector
from weasyprint.document import Document
from weasyprint.images import get_image_from_uri
from weasyprint.layout import LayoutContext, inline
from weasyprint.text import line_break
from weasyprint.text.line_break import Layout, split_first_line

KEPT = 3_000
"""So many styles, and so many lines, before all are let go: a shop's sheet gives forty, its papers share forty."""

Kept = dict[tuple[object, ...], Any]
_styles: Kept = {}
_lines: Kept = {}


class Laid(Document):  # type: ignore[misc]
    """A document whose sheets are given: none is looked for in its markup."""

    @classmethod
    def out(
        cls, html: HTML, font_config: Any, counter_style: Any, color_profiles: Any, options: dict[str, Any]
    ) -> "Laid":
        """The pages of a document."""
        laid: Laid = cls._render(html, font_config, counter_style, color_profiles, DEFAULT_OPTIONS | options)
        return laid

    @classmethod
    def _build_layout_context(
        cls, html: HTML, font_config: Any, counter_style: Any, _color_profiles: Any, options: dict[str, Any]
    ) -> "Context":
        for known in html._ua_counter_style():  # noqa: SLF001 (what every document asks its markup for)
            counter_style.update(known)
        sheets = [(sheet, "user agent", None) for sheet in html._ua_stylesheets()]  # noqa: SLF001 (the same)
        sheets += [(sheet, "user", None) for sheet in options["stylesheets"]]
        collector = TargetCollector()
        styles = KnownStyles(html, sheets, False, font_config, collector)
        images = partial(get_image_from_uri, cache={}, url_fetcher=html.url_fetcher, options=options)
        return Context(styles, images, font_config, counter_style, collector)


class Context(LayoutContext):  # type: ignore[misc]
    """Tells the pages whose lines are kept from those WeasyPrint lays out by itself."""


class KnownStyles(StyleFor):  # type: ignore[misc]
    """The styles of one document: an element declared like one of an earlier document has the style of that one."""

    def set_computed_styles(
        self, element: Any, parent: Any, root: Any = None, pseudo_type: Any = None, **more: Any
    ) -> None:
        """Give the element the style kept for its parent's style and its own declarations."""
        super().set_computed_styles(element, parent, root, pseudo_type, **more)
        styles = self.get_computed_styles()
        style = styles[element, pseudo_type]
        declared = _declared(style)
        styles[element, pseudo_type] = _styles.get(declared) or _keep(_styles, declared, style)


class Shaped(Layout):  # type: ignore[misc]
    """A line that stays shaped once it was drawn."""

    first_line_direction: int

    def __init__(self, found: Layout) -> None:
        self.__dict__.update(found.__dict__)

    def reactivate(self, style: Any) -> None:
        """Shape the line, the first time it is drawn."""
        if not hasattr(self, "layout"):
            direction = self.first_line_direction
            super().reactivate(style)
            self.first_line_direction = direction

    def deactivate(self) -> None:
        """Nothing is let go: the next page draws the same line."""


def _declared(style: Any) -> tuple[object, ...]:
    """What a style is computed from, told by identity: the style keeps it alive. A language comes from the markup."""
    declared = (value if name == "lang" else id(value) for name, (value, _) in style.cascaded.items())
    return (id(style.parent_style), id(style.font_config), style.pseudo_type, *style.cascaded, *declared)


def _split_first_line(text: str, style: Any, context: Any, *where: Any, **more: Any) -> tuple[Any, ...]:
    """The first line of a text, shaped once for all pages where it has the same style and room."""
    if not isinstance(context, Context):
        return tuple(split_first_line(text, style, context, *where, **more))
    place = (text, id(style), *where, *more.values())
    if place not in _lines:
        line, *measures = split_first_line(text, style, context, *where, **more)
        _keep(_lines, place, (style, Shaped(line), *measures))
    return tuple(_lines[place][1:])


def _keep(kept: Kept, key: tuple[object, ...], value: Any) -> Any:
    """The value, kept under what names it: identities, which last as long as what the value holds."""
    if len(kept) >= KEPT:
        kept.clear()
    kept[key] = value
    return value


def _once(measure: Callable[[Any], Any], name: str) -> Callable[[Any], Any]:
    """A measure that depends on a style alone, taken once and kept with the style."""

    def known(style: Any) -> Any:
        if name not in vars(style):
            setattr(style, name, measure(style))
        return getattr(style, name)

    return known


inline.split_first_line = _split_first_line
inline.strut = _once(line_break.strut, "strut")
line_break.get_font_description = _once(line_break.get_font_description, "font_description")
