"""Words, numbers and dates in the language of a run."""

import datetime as dt
import re
import subprocess
import sys
import threading
from pathlib import Path

from dashboard.data_words import FACTS, SERIES
from dashboard.language import (
    FOLDER,
    _,
    day,
    decimal,
    integer,
    native_name,
    percent,
    speaking,
    told,
)
from geodata.schema import DIMENSIONS
from intake.errors import BadCell
from intake.sentence import Sentence

ROOT = Path(__file__).resolve().parents[2]


def test_every_sentence_has_a_translation_with_the_same_placeholders():
    check = [sys.executable, ".ci/catalogue.py", "--check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_sentence_is_said_in_the_language_of_the_block():
    with speaking("ko"):
        assert _("no data") == "자료 없음"
    assert _("no data") == "no data"


def test_another_thread_keeps_its_own_language():
    heard = []
    with speaking("ko"):
        other = threading.Thread(target=lambda: heard.append(_("no data")))
        other.start()
        other.join()
    assert heard == ["no data"]


def test_an_error_is_told_in_the_language_of_the_block_and_its_parts_too(tmp_path):
    wanted = Sentence("any text")
    fault = BadCell(tmp_path / "legs.csv", 3, column="mode", found="", expected=wanted)
    assert told(fault.also(2).sentence) == str(fault)
    with speaking("ko"):
        assert told(fault.sentence) == (
            "legs.csv 3번 줄, 열 mode: 찾은 값: 빈 셀, 필요한 값: 임의의 글. 셀을 고치십시오. "
            "또는 온전한 legs.csv 사본을 다시 넣으십시오 (이 파일에 잘못된 셀이 2개 더 있음)"
        )


def test_a_sentence_without_a_translation_stays_english():
    with speaking("ko"):
        assert _("a sentence that nobody has written") == "a sentence that nobody has written"


def test_dates_and_numbers_are_written_as_the_language_does():
    written = [(day(dt.date(2023, 10, 9)), integer(34538), decimal(6.25, 1))]
    with speaking("ko"):
        written.append((day(dt.date(2023, 10, 9)), integer(34538), decimal(float("nan"))))
    assert written == [
        ("9 October 2023", "34,538", "6.2"),
        ("2023년 10월 9일", "34,538", "자료 없음"),
    ]


def test_every_korean_letter_is_in_the_font_that_ships():
    files = [file.read_text("utf-8") for file in FOLDER.rglob("ko.po")]
    letters = set(re.findall("[가-힣]", "".join(files)))
    assert len(letters) > 300
    assert not [letter for letter in letters if not letter.encode("euc_kr", "ignore")]


def test_every_code_of_the_evidence_has_its_words(atlas):
    assert set(FACTS) == set(DIMENSIONS)
    assert set(SERIES) == set(atlas.flows["series"])


def test_shares_are_never_rounded_to_none_or_all():
    assert [percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [
        *("0\u00a0%", "under 1\u00a0%", "50\u00a0%", "over 99\u00a0%", "100\u00a0%")
    ]


def test_a_language_is_named_in_itself():
    assert [native_name("en"), native_name("ko")] == ["English", "한국어"]
