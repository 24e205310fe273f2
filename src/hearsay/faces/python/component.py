"""`nlp.add_pipe("hearsay")`: spaCy finds this module by its entry point, and imports it; nothing else does.

It is the one module that does something when it is imported: it tells spaCy of the factory, as every package
with a component does.
"""

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from hearsay.errors import Empty
from hearsay.faces.python.doc import KEY, extend, keep

if TYPE_CHECKING:
    from hearsay.desk.read import Order


class Component:
    """Reads each Doc that has not been read yet, as plain text; one without a word stays as it is.

    Args:
        published: the day of publication, ISO 8601, of all that pass.
        model: whether the learned reader that ships reads too, or the folder of another.
    """

    def __init__(self, published: str | None, model: bool | str) -> None:  # noqa: FBT001 - by name, from a config
        self.asked = (published, model)
        self.order: Order | None = None
        extend()

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its reading."""
        from hearsay.desk.read import read_page
        from hearsay.faces.python.opening import ordered, plain_page

        if KEY in doc.user_data:
            return doc
        if self.order is None:
            self.order = ordered(*self.asked)
        try:
            page = plain_page(doc.text)
        except Empty:
            return doc
        keep(doc, read_page(page, self.order))
        return doc

    def __reduce__(self) -> tuple[type["Component"], tuple[str | None, bool | str]]:
        """Without the learned reader, which another process opens for itself."""
        return type(self), self.asked


@Language.factory(
    "hearsay",
    default_config={"published": None, "model": True},
    assigns=["doc._.reading", "doc._.attributions", "doc.spans"],
)
def component(nlp: Language, name: str, published: str | None, model: bool | str) -> Component:  # noqa: ARG001, FBT001 - as spaCy calls it
    """The component, as a pipeline asks for it."""
    return Component(published, model)
