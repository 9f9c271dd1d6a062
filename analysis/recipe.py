"""A composite index as data: the frozen value that a recipe's text becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Aggregate = Literal["arithmetic", "geometric", "inverse_geometric", "harmonic", "max", "min"]
Missing = Literal["skip", "fail"]
Transform = Literal["none", "log"]


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why one number or choice of the method is what it is.

    ``where`` is its place in the recipe (``legs.crossing_km``), ``reference`` the printed citation
    or an empty string; ``judgement`` is true when the choice is ours.
    """

    where: str
    value: str
    why: str
    reference: str = ""
    judgement: bool = False


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """How one column of the table is brought to the scale of the index.

    ``low`` and ``high`` are goalposts, mapped to 0 and ``scale``; without them the column is used
    as it stands. ``direction`` -1 turns the scale round. ``words`` gives the figure for each word
    of a column that holds words; it is empty for a column of numbers.
    """

    id: str
    low: float | None = None
    high: float | None = None
    scale: float = 1.0
    transform: Transform = "none"
    direction: int = 1
    cap: bool = False
    words: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Child:
    """One input of a node: a column or another node, times ``factor``, with its weight.

    ``factor`` is above 0; ``weight`` is 0 or more and counts in proportion to those beside it.
    """

    id: str
    factor: float = 1.0
    weight: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Node:
    """One figure of the index, aggregated from its children; never below ``floor``.

    ``aggregate`` is one of the six ways of `aggregate`. ``floor`` is on the node's own scale, and
    None where there is none.
    """

    id: str
    aggregate: Aggregate
    children: tuple[Child, ...]
    floor: float | None = None


@dataclass(frozen=True, kw_only=True)
class Classes:
    """Class names from the lowest up and the edges between them (an edge opens the next class).

    Edges rise and are one fewer than names, on the scale of ``node``, the node that they divide.
    """

    names: tuple[str, ...]
    edges: tuple[float, ...]
    node: str

    @property
    def highest(self) -> str:
        """The name of the gravest class."""
        return self.names[-1]


@dataclass(frozen=True, kw_only=True)
class Practice:
    """State practice of return, 0-10, read from dated incidents where no assessment exists yet.

    An incident speaks for ``window_years``, in full for ``fresh_years``; then its weight halves
    every ``half_life_years``. The level fades from its fresh value toward ``sparse`` as the newest
    incident ages. A practice is systematic from ``systematic_events`` weighted returns or
    ``systematic_people`` weighted people.
    ``destinations`` are states where people arrive to stay: a return by one of them is weighed
    against its arrivals, not against transfers onward, and reads ``isolated`` until it is
    systematic. ``best_grade`` is the best grade such a reading may claim.
    """

    window_years: float
    fresh_years: float
    half_life_years: float
    systematic_events: float
    systematic_people: float
    systematic: float
    returns_only: float
    returns_and_transfers: float
    transfers_only: float
    isolated: float
    sparse: float
    destinations: tuple[str, ...]
    best_grade: str


@dataclass(frozen=True, kw_only=True)
class Cooperation:
    """Cooperation with the DPRK on return, 0-10, from agreements and practice by rule.

    Each number is the figure of a state with an agreement in force: where its returns are
    systematic, where it has returned anybody, and where no return is known. See `cooperation_on`.
    """

    systematic_practice: float
    returns: float
    agreement_only: float


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """Commitment to non-refoulement, 0-10, from the treaties in force by rule.

    ``start`` is the figure without any treaty; each treaty in force takes its points off, and an
    agreement of return adds ``agreement``. See `commitment_on`.
    """

    start: float
    refugee_convention: float
    cat: float
    iccpr: float
    crc: float
    cped: float
    agreement: float


@dataclass(frozen=True, kw_only=True)
class LegRule:
    """How country scores become the reading of a leg.

    ``crossing_km`` is the weight, in kilometres, of one border crossing and of one end of a
    flight; ``min_known`` the least known share of a leg's weight; ``elevated`` the class from
    which ``km_elevated_or_worse`` counts; ``origin`` the countries people leave.
    """

    crossing_km: float
    min_known: float
    elevated: str
    origin: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """An index: leaves, nodes and the rules around them, each number with its reason.

    ``name`` is what errors call the recipe (its file name). ``decimals`` rounds every node half
    up. ``reasons`` are in the order of the text. Parts that a plain index has no use for
    (``classes``, ``practice``, ``cooperation``, ``commitment``, ``legs``) may be absent.
    """

    id: str
    title: str
    name: str
    nodes: tuple[Node, ...]
    leaves: tuple[Leaf, ...] = ()
    decimals: int | None = None
    missing: Missing = "skip"
    min_present: float = 0.0
    classes: Classes | None = None
    practice: Practice | None = None
    cooperation: Cooperation | None = None
    commitment: Commitment | None = None
    legs: LegRule | None = None
    reasons: tuple[Reason, ...] = ()
    references: tuple[tuple[str, str], ...] = ()

    @property
    def node_ids(self) -> tuple[str, ...]:
        """The ids of the nodes, in the order of the recipe."""
        return tuple(node.id for node in self.nodes)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that a table must have, in the order in which nodes name them."""
        ids = set(self.node_ids)
        named = [child.id for node in self.nodes for child in node.children]
        return tuple(child for child in named if child not in ids)

    @property
    def roots(self) -> tuple[str, ...]:
        """The ids of the nodes that are nobody's child; an index of one figure has one."""
        named = {child.id for node in self.nodes for child in node.children}
        return tuple(node for node in self.node_ids if node not in named)

    @property
    def figure(self) -> str:
        """The id of the node that is the index: the one its classes name, else the first root."""
        return self.classes.node if self.classes else self.roots[0]

    def node(self, node_id: str) -> Node:
        """Return the node of that id, which must be one of ``node_ids``."""
        return next(node for node in self.nodes if node.id == node_id)

    def leaf(self, column: str) -> Leaf:
        """Return how a column is read; a column without an entry is used as it stands."""
        return next((leaf for leaf in self.leaves if leaf.id == column), Leaf(id=column))
