"""Reading the words of an interval plan, from the first to the last."""

from typing import Final, NamedTuple, NoReturn

from data.entry.error import EntryError, nearest
from data.entry.paces import FASTEST_S_A_METRE
from data.entry.tokens import Word
from data.live.interval_words import ROLES, Role, Sort, Token
from data.model import Amount
from data.units import Units, parse_distance, parse_duration, parse_number, parse_pace

# More steps than this, or brackets deeper than this, are a slip of the keys.
MOST_STEPS: Final = 300
_DEEPEST: Final = 2
TOO_MANY: Final = EntryError(0, "", f"No run has more than {MOST_STEPS} steps.")
# [choice] A number with "m" alone, or with nothing, is metres from here on; below, "3m" is minutes.
METRES_FROM: Final = 100
# [choice] "400m @ 4:00" is a pace: as the time of the 400 m it would be slower than nine minutes a kilometre.
_SLOWEST_S_A_METRE: Final = 0.54
# Nobody has run a mile in 3:40, nor a longer way at that pace: "2mi @ 7:00" is a pace a mile.
_LONG_M: Final = 1600
_FASTEST_LONG_S_A_METRE: Final = 0.137
# Two numbers with a dash are from – to; so many are a ladder.
_FEWEST_RUNGS: Final = 3
# [choice] After a comma a jog of more seconds or metres than these is none between the reps.
_LONGEST_REST_S: Final = 300
_LONGEST_REST_M: Final = 800


class Item(NamedTuple):
    """A step as it is said."""

    what: Role | None
    seconds: Amount | None = None
    metres: Amount | None = None
    target: Amount | None = None


class Unreadable(Exception):
    """The text is no plan; `why` says it."""

    def __init__(self, why: EntryError) -> None:
        super().__init__(why.line())
        self.why = why


def target_of(text: str, metres: Amount | None, units: Units) -> float | None:
    """Seconds a kilometre of "4:00/km", or of "3:20" and "80s" as the time of so many metres.

    Where nobody would run them in that time, and where there are none, "3:20" is a pace in `units`.
    """
    seconds = parse_duration(text) or parse_number(text)
    fastest = _FASTEST_LONG_S_A_METRE if metres and metres >= _LONG_M else FASTEST_S_A_METRE
    if seconds and metres and fastest <= seconds / metres <= _SLOWEST_S_A_METRE:
        return seconds * 1000 / metres
    pace = parse_pace(text, units)
    return pace if pace and pace >= FASTEST_S_A_METRE * 1000 else None


class IntervalReader:
    """Where the reading is. Each method takes the words that it read, and raises Unreadable at the first wrong one."""

    def __init__(self, tokens: list[Token], units: Units) -> None:
        self._left = list(reversed(tokens))
        self._units = units

    def all(self) -> list[Item]:
        """Everything that is said."""
        items = self._sequence(0)
        if self._left:
            _fail(self._left[-1], "this bracket closes none.")
        return items

    def _sequence(self, depth: int) -> list[Item]:
        items: list[Item] = []
        while self._left and not self._at("close") and len(items) <= MOST_STEPS:
            if self._at("part"):
                self._left.pop()
            elif self._at("times"):
                items += self._repeat(depth)
            elif self._at("amount") and self._at("rung", ahead=1):
                items += self._ladder()
            elif self._at("over"):
                over = self._left.pop()
                items.append(_as_rest(self._step()) if self._left else _fail(over, "a rest stands behind it."))
            else:
                items.append(self._step())
        return items

    def _repeat(self, depth: int) -> list[Item]:
        times = self._left.pop()
        count = int(times.text.rstrip("xX×* "))
        if not self._left:
            _fail(times, "of what? Write 6x800m.")
        body = self._bracket(depth) if self._at("open") else [self._step(rep=True)]
        if not count or any(item.what in ("warmup", "cooldown") for item in body):
            _fail(times, "only reps are repeated; write 6x800m.")
        if count * len(body) > MOST_STEPS:  # what is in brackets in brackets would soon be millions
            raise Unreadable(TOO_MANY)
        rest = self._rest(aimed=body[-1].target is not None)
        if rest is None and body[-1].what != "recovery":
            return [*body, *(count - 1) * [Item("recovery"), *body]]
        return count * [*body, *([rest] if rest else [])]

    def _bracket(self, depth: int) -> list[Item]:
        opened = self._left.pop()
        if depth >= _DEEPEST:
            _fail(opened, "too many brackets within each other.")
        body = [item._replace(what="recovery") if item.what == "easy" else item for item in self._sequence(depth + 1)]
        if not body or not self._left:
            _fail(opened, "a bracket wants steps in it and its other half.")
        self._left.pop()
        return body

    def _ladder(self) -> list[Item]:
        """ "1200-1000-800 rest 2min": the rest stands between them. A small number is in the unit of the last one."""
        rungs = [self._left.pop()]
        while self._at("rung") and self._at("amount", ahead=1):
            self._left.pop()
            rungs.append(self._left.pop())
        if len(rungs) < _FEWEST_RUNGS:
            _fail(rungs[0], "say one of the two, or what each step is: 1200, 1000, 800.")
        unit = rungs[-1].text.lstrip("0123456789.,: ")
        amounts = []
        for rung in rungs:
            small = (parse_number(rung.text) or METRES_FROM) < METRES_FROM
            self._left.append(rung._replace(text=rung.text + unit) if small else rung)
            amounts.append(self._amount(resting=False))
        self._left.append(rungs[-1])
        last = self._step(rep=True)
        rest = self._rest(aimed=last.target is not None)
        steps = [last._replace(seconds=seconds, metres=metres) for seconds, metres in amounts]
        between = [each for step in steps for each in (step, rest or Item("recovery"))]
        return between if rest else between[:-1]

    def _rest(self, aimed: bool) -> Item | None:
        """The rest said of what is repeated, right behind it or after a comma; a long jog there is the way home.

        A time like "2:00" is one where the reps are `aimed`: where their target was said.
        """
        before = list(self._left)
        parted = self._took("part")
        bracketed = not self._took("over") and self._took("open")
        if self._at("amount", "word"):
            clock = ":" in self._left[-1].text
            item = self._step(between=True)
            if item.what is None and not parted and clock and not aimed:
                _fail(before[-2 if bracketed else -1], "is it the target (@ 3:20) or the rest (rest 3:20)?")
            short = (item.seconds or 0) <= _LONGEST_REST_S and (item.metres or 0) <= _LONGEST_REST_M
            close = item.what == "recovery" or (item.what == "easy" and short)
            if (close or (not parted and item.what in (None, "easy"))) and (not bracketed or self._took("close")):
                return _as_rest(item)
        self._left = before
        return None

    def _step(self, rep: bool = False, between: bool = False) -> Item:
        """An amount with the words around it, "2km wu", "rest 90s", "800m hard @ 3:20"; words alone last until the
        key. What follows a rep and is no work is its rest; what stands `between` reps has no cool-down's word."""
        first = self._left[-1]
        what = self._role(None)
        seconds, metres = self._amount(resting=what == "recovery") if self._at("amount") else (None, None)
        if what is None and seconds is None and metres is None:
            _fail(first, "no part of an interval plan.")
        if not (between and what is None and self._is("cooldown") and self._at("amount", ahead=1)):
            what = self._role(what, behind=True, rep=rep)
        target = self._target(metres)
        return Item(self._role(what, behind=True, rep=True), seconds, metres, target)

    def _role(self, said: Role | None, behind: bool = False, rep: bool = False) -> Role | None:
        """What the words here say it is, after what was said before: "easy jog" is easy, "rest jog" a rest.

        Of those behind the amount, "rest" with an amount of its own is the next step, behind a rep all that is no work.
        """
        while self._at("word"):
            word = self._left[-1]
            role = ROLES.get(word.low)
            if role is None:
                _fail(word, "no part of an interval plan.", nearest([Word(*word[:2])], ROLES)[1])
            if said not in (None, role) and ("easy" not in (said, role) or role == "work"):
                break
            alone = len(self._left) < 2 or self._left[-2].sort != "amount"
            if behind and said is None and ((rep and role != "work") or (role == "recovery" and not alone)):
                break
            said = role if said in (None, "easy") else said
            self._left.pop()
        return said

    def _amount(self, resting: bool) -> tuple[Amount | None, Amount | None]:
        """Seconds or metres of "90s", "800m", "2km"; a number alone is metres, or the seconds of a rest."""
        token = self._left.pop()
        text = token.low.replace("'", "min").replace("′", "min").replace('"', "s").replace("″", "s")
        bare = parse_number(text)
        if bare is not None and resting and bare >= 10:
            return bare, None
        number = bare if text[-1] != "m" else parse_number(text[:-1])
        if number is not None and not (bare is not None and resting) and number >= METRES_FROM:
            return None, number
        seconds, metres = parse_duration(text), parse_distance(text)
        if seconds:
            return seconds, None
        if not metres or bare is not None:
            _fail(token, "say how much of what: 800m, 90s, 3min.")
        return None, metres

    def _target(self, metres: Amount | None) -> float | None:
        if not self._at("at"):
            return None
        token = self._left.pop()
        # "@ 5k pace" and "@ tempo" ask for no time that is known here; behind a word only a pace is one.
        worded = self._at("word")
        if worded:
            self._role("work")
        if not self._at("amount", "pace") or (worded and (":" not in self._left[-1].text or self._is("easy", ahead=1))):
            return None
        said = self._left.pop()
        target = target_of(said.low, metres, self._units)
        if target is None and parse_distance(said.text) is None:
            _fail(token._replace(text=f"@ {said.text}"), "write a pace (4:00/km), or the time of a rep (3:20).")
        return target

    def _at(self, *sorts: Sort, ahead: int = 0) -> bool:
        return len(self._left) > ahead and self._left[-1 - ahead].sort in sorts

    def _is(self, role: Role, ahead: int = 0) -> bool:
        return self._at("word", ahead=ahead) and ROLES.get(self._left[-1 - ahead].low) == role

    def _took(self, sort: Sort) -> bool:
        """Whether it was next; if so it is read."""
        found = self._at(sort)
        if found:
            self._left.pop()
        return found


def _as_rest(item: Item) -> Item:
    return item if item.what not in (None, "easy") else item._replace(what="recovery")


def _fail(token: Token, message: str, suggestion: str | None = None) -> NoReturn:
    raise Unreadable(EntryError(token.at, token.text, message, suggestion))
