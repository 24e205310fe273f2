"""A reading as JSON and back: the same reading, the same bytes, the published schema."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import NotAReading, Unlawful
from hearsay.reading.codec import decode, encode, schema
from hearsay.reading.reading import SCHEMA, Reader, Reading
from hearsay.text.article import Article, Block, Role
from hearsay.text.span import Span
from tests.strategies import readings

SMALL = Reading(
    Article("Lund said no.", blocks=(Block(Span(0, 13), Role.PARAGRAPH),)),
    Reader("0.1.0", None, "digest"),
)
VALIDATOR = jsonschema.Draft202012Validator(schema())


GROUND = {"by": "rule:weighed", "because": [], "note": ""}


def altered(**keys: object) -> bytes:
    """The small reading as JSON, with other keys."""
    return json.dumps({**json.loads(encode(SMALL)), **keys}).encode()


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("keys", "complaint"),
    [
        ({"schema": 2}, "1 was expected"),
        ({"actors": None}, "is not of type 'array'"),
        ({"article": {"text": "x"}}, "is a required property"),
        ({"variants": [{"a": [0, 1]}]}, "is a required property"),
        ({"own_voice": [{"span": [0, 1, 2], "kind": "question", "ground": GROUND}]}, "is too long|expected at most 2"),
        ({"own_voice": [{"span": [-1, 2], "kind": "question", "ground": GROUND}]}, "less than the minimum"),
    ],
)  # fmt: skip
def test_the_schema_refuses_what_no_reading_is(keys: dict[str, object], complaint: str) -> None:
    with pytest.raises(jsonschema.ValidationError, match=complaint):
        VALIDATOR.validate(json.loads(altered(**keys)))


def test_the_schema_takes_keys_that_came_later() -> None:
    VALIDATOR.validate(json.loads(altered(weather="rain")))


def test_each_type_is_described_in_a_line() -> None:
    for part in schema()["$defs"].values():
        assert part["description"]
        assert "\n" not in part["description"]


@given(readings())
def test_there_and_back_is_the_same_reading_in_the_same_bytes(reading: Reading) -> None:
    line = encode(reading)
    assert decode(line) == reading
    assert decode(line.decode()) == reading
    assert encode(decode(line)) == line
    assert b"\n" not in line


@given(readings())
def test_every_reading_validates_and_has_its_keys_sorted(reading: Reading) -> None:
    plain = json.loads(encode(reading))
    VALIDATOR.validate(plain)
    again = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert list(_keys(plain)) == list(_keys(json.loads(again)))


def _keys(plain: object) -> Any:
    if isinstance(plain, dict):
        yield list(plain)
        plain = list(plain.values())
    if isinstance(plain, list):
        for part in plain:
            yield from _keys(part)


def test_spans_are_pairs_and_every_key_is_there() -> None:
    plain = json.loads(encode(SMALL))
    assert plain["article"]["blocks"][0]["span"] == [0, 13]
    assert plain["schema"] == SCHEMA
    assert plain["headline"] is None
    assert plain["actors"] == []


def test_for_is_a_word_of_python_and_a_key_of_the_format() -> None:
    candidate = {"claim": [[0, 4]], "for": [[5, 9]], "against": []}
    line = altered(hypotheses=[{"question": None, "candidates": [candidate], "ground": GROUND}])
    reading = decode(line)
    assert reading.hypotheses[0].candidates[0].supports == (Span(5, 9),)
    assert b'"for":[[5,9]]' in encode(reading)


def test_keys_that_are_not_known_are_passed_over() -> None:
    assert decode(altered(weather="rain", zeal={"deep": [1]})) == SMALL


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"", "truncated"),
        (b"null", "Expected `object`"),
        (b"[]", "Expected `object`"),
        (b"\xff\xfe", "invalid|malformed"),
        (b'{"article"', "truncated"),
        (b"[" * 200_000, "Expected `object`"),
        (b'{"schema":1}', "article"),
        (altered(schema=2, article="of another shape"), "has schema 2; this hearsay knows schema 1"),
        (altered(schema=0), "has schema 0"),
        (altered(schema="1"), "schema"),
        (altered(schema=10**30), "schema"),
        (json.dumps({k: v for k, v in json.loads(encode(SMALL)).items() if k != "schema"}), "schema"),
        (altered(article={"text": 5}), r"\$\.article\.text"),
        (altered(article={"text": "x", "blocks": [{"span": [3, 1], "role": "list"}]}), r"\[3, 1\]"),
        (altered(article={"text": "x", "blocks": [{"span": [0], "role": "list"}]}), "span"),
        (altered(article={"text": "x", "blocks": [{"span": [0, 1], "role": "song"}]}), "song"),
        (altered(zeal=0).replace(b'"zeal": 0', b'"zeal": ' + b"[" * 200_000), "this is no reading"),
    ],
)  # fmt: skip
def test_what_is_no_reading_is_told_in_one_line(line: bytes | str, complaint: str) -> None:
    with pytest.raises(NotAReading, match=complaint) as told:
        decode(line)
    assert "\n" not in str(told.value)
    assert told.value.remedy


def test_a_reading_that_breaks_a_law_is_not_taken() -> None:
    with pytest.raises(Unlawful, match="stands in no block"):
        decode(altered(article={"text": "Lund said no.", "blocks": []}))


@given(st.binary() | st.text().map(str.encode) | st.text())
def test_anything_else_is_refused_in_hearsays_own_words(line: bytes | str) -> None:
    with pytest.raises(NotAReading):
        decode(line)
