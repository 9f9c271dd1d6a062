"""Korean particles fit the word before them, whatever name is put in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.prose.particles import with_particles

PAIRS = ("은/는", "이/가", "을/를", "과/와", "으로/로")
SYLLABLES = st.integers(0xAC00, 0xD7A3).map(chr)
FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"

KNOWN = [
    ("중국은/는", "중국은"),
    ("라오스은/는", "라오스는"),
    ("태국이/가", "태국이"),
    ("러시아을/를", "러시아를"),
    ("서울으로/로", "서울로"),
    ("대한민국으로/로", "대한민국으로"),
    ("베트남과/와 미국", "베트남과 미국"),
    ("“높음”이/가", "“높음”이"),
    ("서울(인천)으로/로", "서울(인천)로"),
    ("450 km이/가", "450 km가"),
    ("97 %이/가", "97 %가"),
    ("3은/는", "3은"),
    ("4.9과/와", "4.9와"),
    ("1,000을/를", "1,000을"),
    ("UNHCR이/가", "UNHCR이"),
    ("UN이/가", "UN이"),
    ("Seoul은/는", "Seoul은(는)"),
    ("은/는", "은(는)"),
]


@pytest.mark.parametrize(("written", "read"), KNOWN)
def test_a_particle_fits_the_word_before_it(written, read):
    assert with_particles(written) == read


@given(st.text(SYLLABLES, max_size=6), SYLLABLES, st.sampled_from(PAIRS))
def test_one_of_the_two_forms_stands_after_any_syllable(before, last, pair):
    closed, opened = pair.split("/")
    final = (ord(last) - 0xAC00) % 28
    takes_open = not final or (pair == "으로/로" and FINALS[final - 1] == "ㄹ")
    assert with_particles(f"{before}{last}{pair}") == before + last + (
        opened if takes_open else closed
    )


@given(st.text())
def test_a_text_without_pairs_is_left_alone(text):
    if not any(pair in text for pair in PAIRS):
        assert with_particles(text) == text


@given(st.text(SYLLABLES, min_size=1), st.sampled_from(PAIRS))
def test_what_is_settled_stays(name, pair):
    once = with_particles(f"{name}{pair}")
    assert with_particles(once) == once
