"""Files of a reader's own: whatever they are, read in a closed process and understood row by row.

Use it in two steps, so that an answer does not read the file again::

    raw = raw_from_bytes(content, name, progress=show)      # or raw_from_path(path)
    intake = take_in(raw, name, known=known, answers=Answers(mapping={...}, given={...}))

``DataFileError`` refuses a whole file. Otherwise every row is in ``intake.legs``, in
``intake.places`` or in ``intake.bad_rows``; ``intake.set_aside`` says why, ``intake.changes`` lists
what was converted, ``intake.remarks`` what is worth knowing. While ``intake.questions`` is not
empty, the tables rest on the first choice of each question: show them as a preview, put the
chosen ``value`` into ``Answers.given`` under the question's ``key`` and call ``take_in`` again; for
the key ``encoding``, call ``raw_from_bytes(..., encoding=value)`` first. ``Answers.mapping`` names
the column of a field (``fields.FIELDS``), an empty text no column; ``intake.mapping`` is what was
taken, ``intake.headings`` what may be chosen. All words are ``Sentence``s, for ``told``.
"""
