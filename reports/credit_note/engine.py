"""Our way into WeasyPrint: well-formed markup read at C speed, its own small sheet of defaults, and no fetching.

Imported only where a page is laid out: it takes most of a second.
"""

from functools import lru_cache
from typing import Any
from xml.etree import ElementTree as ET

from cssselect2 import ElementWrapper
from pydyf import Object
from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

from reports.credit_note.reuse import Laid

LOGO = "logo:shop"
DEFAULTS = CSS(
    string="""
html, body, div, section, p, h1, h2 { display: block }
head, title, meta { display: none }
table { display: table }
thead { display: table-header-group }
tbody { display: table-row-group }
tr { display: table-row }
td, th { display: table-cell }
b, strong, h1, h2, th { font-weight: bold }
h1 { bookmark-level: 1; bookmark-label: content(text) }
""",
    url_fetcher=None,
)


class Sources(URLFetcher):  # type: ignore[misc]
    """Gives the shop's logo from memory and refuses everything else: no file, no network, whatever a title says."""

    def __init__(self, logo: bytes = b"") -> None:
        super().__init__(allowed_protocols=())
        self.logo = logo

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 (WeasyPrint's own signature)
        """The logo's bytes. Raises ValueError on any other address."""
        if url != LOGO or not self.logo:
            raise ValueError(url)
        return URLFetcherResponse(url, self.logo, {"Content-Type": image_type(self.logo)})


class Page(HTML):  # type: ignore[misc]
    """Markup that is well-formed XML, so that no HTML parser need guess."""

    def __init__(self, markup: str, sources: Sources) -> None:
        root = ET.fromstring(markup)  # noqa: S314 (our own template's output, every value escaped)
        self.base_url = None
        self.url_fetcher = sources
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def render(
        self, font_config: Any = None, counter_style: Any = None, color_profiles: Any = None, **options: Any
    ) -> Laid:
        """The page laid out with what the earlier ones of its sheet taught."""
        return Laid.out(self, font_config, counter_style, color_profiles, options)

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:  # noqa: ARG002 (WeasyPrint's own signature)
        return [DEFAULTS]


class Written(Object):  # type: ignore[misc]
    """An object written out once: pydyf asks for its bytes twice, to write them and to name the file after them."""

    data = b""
    compressible = False

    def __init__(self, found: Object) -> None:
        super().__init__()
        self.number, self.generation, self.free = found.number, found.generation, found.free
        self.compressible = found.compressible
        self.data = found.data


@lru_cache(maxsize=8)
def sources(logo: bytes) -> Sources:
    """What a shop's pages may fetch; made once, since a fetcher brings a whole web client."""
    return Sources(logo)


def image_type(content: bytes) -> str:
    """What kind of image these bytes are; anything else than PNG or JPEG is tried as SVG."""
    if content.startswith(b"\x89PNG"):
        return "image/png"
    return "image/jpeg" if content.startswith(b"\xff\xd8") else "image/svg+xml"


def finish(_document: object, pdf: Any) -> None:
    """Name the attached document once in the catalogue (WeasyPrint 70 lists it twice), and write each object once."""
    files = pdf.catalog.get("AF")
    if files:
        pdf.catalog["AF"] = type(files)(dict.fromkeys(files))
    pdf.objects = [found if found.free == "f" else Written(found) for found in pdf.objects]
