"""Whether words that look like a term are that term here: homographs, names, quoted titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from workflow.glossary import spanish
from workflow.glossary.matching import Candidate, Reading
from workflow.glossary.model import PartOfSpeech, Term
from workflow.glossary.table import JOINED
from workflow.glossary.tokens import Gap, Token
from workflow.glossary.wordlist import word_set

BEING = word_set(
    "ser es son era eran fue fueron será serán sería serían sea sean fuera fueran fuese fuesen "
    "sido siendo estar está están estaba estaban estuvo estuvieron estará estarán esté estén "
    "estado estando queda quedan quedó quedaron quedado resulta resultan resultó resultaron "
    "siguen sigue permanece permanecen permaneció soy eres somos éramos fui fuimos estoy estamos"
)
"""Before a participle they make it a verb or a state: *fue detenida* is no detainee."""
HAVING = word_set(
    "haber ha han he has hemos había habían habíamos habrá habrán habría habrían haya hayan "
    "hubiera hubieran hubiese hubiesen habiendo hubo hay"
)
"""Before a masculine singular participle they make a tense; before any other form they mean
that there are such people: *hubo detenidos*."""
VERBS_BEFORE_NOUN = word_set(
    "sufrió sufrieron sufren sufre sufrir hay hubo había habrá interpuso interpusieron interponer "
    "presentó presentaron presentar presentan pidió pidieron pide piden exige exigen exigió "
    "exigieron busca buscan liberar liberó liberaron ordenó ordenaron ordenar decretó decretar "
    "dictó dictar practicó practicar cometió cometieron cometer denunció denunciaron constituye "
    "constituyen investiga investigan reportó reportaron dejó dejaron tiene tienen tuvo tener "
    "tenía tenían"
)
"""Verbs that are often followed by a noun without an article."""
_FINITE = re.compile(r"(?:ó|aron|ieron|aba|aban|ían|rá|rán)$")

STATES = word_set(
    "está están estaba estaban estuvo estuvieron estará estarán esté estén sigue siguen "
    "permanece permanecen continúa continúan"
)
"""After these a participle is an adjective."""

_BETWEEN = word_set("ya también luego aún todavía no injustamente siempre nunca")

NOUN_MARKERS = (
    spanish.DETERMINERS
    | spanish.PREPOSITIONS
    | spanish.PLURAL_DETERMINERS
    | word_set(
        "y e o u ni del al cada toda otro otra otros otras mismo misma ningún ninguna algún "
        "alguna cualquier primer primera segundo segunda tercer tercera último última nuevo nueva "
        "nuevos nuevas presunto presunta presuntos presuntas supuesto supuesta supuestos supuestas "
        "gran grave graves mayor menor cuya cuyo cuyas cuyos qué más menos muchas muchos tal tales "
        "posible posibles eventual simple mera mero única único propia propio antigua antiguo "
        "aquella aquel varias varios sendas distintas distintos diversas diversos múltiples ex "
        "como brutal sistemática reiterada falsa falsas masiva formal reciente próxima próximo "
        "larga largo constante continua severa actual histórica fallida"
    )
)
"""Words after which a homograph is a noun."""

_CLITICS = word_set("se le les nos me te lo no que quien quienes")
_SUBJECTS = word_set("yo tú me te les los las")
_CLEARLY_NOUN_AFTER = word_set("de del contra por penal ante formal pública")
_NOUN_AFTER_AT_START = word_set("y e o u en sin tras")

TITLE_WORDS = word_set(
    "informe libro documental artículo reportaje película serie campaña canción titulado titulada "
    "titulados tituladas titular comunicado resolución obra "
    "tesis ensayo podcast programa exposición colección novela poema cuento crónica columna "
    "editorial texto publicación estudio investigación nota capítulo boletín revista disco álbum "
    "mural muestra congreso seminario foro taller curso conversatorio lema hashtag manual guía "
    "ponencia conferencia discurso video vídeo cortometraje folleto"
)
"""What a quoted or emphasized title follows."""

_QUOTED = re.compile(r"(?=[«“\"])(?:«([^«»\n]{2,160})»|“([^“”\n]{2,160})”|\"([^\"\n]{2,160})\")")
INSTITUTIONS = word_set(
    "acuerdo agencia asociación cátedra centro clínica código colectivo comisión comité "
    "conferencia congreso consejo convención coordinadora corte cumbre declaración defensoría "
    "delegación día dirección federación fiscalía fondo foro frente fundación grupo hospital "
    "instituto jornada ley mesa ministerio movimiento museo observatorio oficina organización "
    "pacto plan policía premio procuraduría programa protocolo red relatoría sala secretaría "
    "semana servicio sistema subsecretaría tribunal unidad unión universidad viceministerio"
)
"""Words that begin the name of a body or a law, even where a sentence begins too."""
_LINKS = frozenset(
    link
    for preposition in ("de", "para", "por", "contra", "sobre")
    for link in (
        (preposition,),
        *((preposition, article) for article in ("el", "la", "los", "las")),
    )
) | {(), ("del",), ("y",), ("e",)}
"""What joins the words of a name: *Centro por la Justicia*; *la Corte y el fiscal* are two."""
_LONGEST_LINK = 2
_LOWER_IN_NAMES = word_set("de del la las los el y e para por sobre contra en a al")
_SENTENCE_END = ".!?…:\n"


class Surroundings:
    """The text that candidates stand in, and what is computed of it only when it is needed."""

    def __init__(self, text: str, words: Sequence[Token]) -> None:
        self.text = text
        self.words = words

    @cached_property
    def titles(self) -> list[tuple[int, int]]:
        """Spans of quoted titles."""
        return quoted_titles(self.text)

    @cached_property
    def in_title_case(self) -> bool:
        """Whether most words are capitalized, so that capitals mean nothing."""
        long_words = [word.text for word in self.words if len(word.text) > 3]
        capitals = sum(word[0].isupper() for word in long_words)
        return len(long_words) > 5 and capitals * 10 >= len(long_words) * 7


Rule = Callable[[Term, Candidate, Surroundings], Reading]


def quoted_titles(text: str) -> list[tuple[int, int]]:
    """Spans of what stands in quotation marks as the title of a work."""
    return [match.span() for match in _QUOTED.finditer(text) if _is_title(text, match)]


def _is_title(text: str, match: re.Match[str]) -> bool:
    quoted = next(group for group in match.groups() if group)
    if not quoted[0].isupper() and quoted[0] not in "¿¡":
        return False
    if quoted.rstrip()[-1] in ".,;…":
        return False
    before = re.findall(r"\w+", text[max(0, match.start() - 60) : match.start()].lower())[-5:]
    return any(word in TITLE_WORDS or word.rstrip("s") in TITLE_WORDS for word in before)


def judge(terms: Sequence[Term], around: Surroundings) -> Callable[[Candidate], Reading]:
    """The judgement of all rules on a candidate: the most doubtful one holds."""

    def read(candidate: Candidate) -> Reading:
        term = terms[candidate.term]
        worst = Reading.CERTAIN
        for rule in _RULES:
            reading = rule(term, candidate, around)
            if reading is Reading.REFUSED:
                return reading
            worst = min(worst, reading)
        return worst

    return read


def _by_case(term: Term, candidate: Candidate, around: Surroundings) -> Reading:
    """Names are written with their capitals, acronyms in capitals (or as a name: *Acnur*)."""
    wording = (term.source, *term.variants)[candidate.wording]
    written = around.words[candidate.first].text
    if term.part_of_speech is PartOfSpeech.ACRONYM or (wording.isupper() and wording.isalpha()):
        longer = len(wording) > 3 and written[0].isupper() and written[1:].islower()
        return _certain_if(written.isupper() or longer or written == wording)
    if term.part_of_speech is not PartOfSpeech.NAME:
        return Reading.CERTAIN
    span = around.words[candidate.first : candidate.last]
    return _certain_if(
        all(
            word.text[0].isupper() or word.text in _LOWER_IN_NAMES or not word.text[0].isalpha()
            for word in span
        )
        and written[0].isupper() == wording[0].isupper()
    )


def _by_hyphen(term: Term, candidate: Candidate, around: Surroundings) -> Reading:
    """A term is no part of a longer hyphened word, unless after *ex-*."""
    text = around.text
    start = around.words[candidate.first].start
    end = around.words[candidate.last - 1].end
    if text[end : end + 1] in ("-", "\u2011") and text[end + 1 : end + 2].isalnum():
        return Reading.REFUSED
    if text[start - 1 : start] in ("-", "\u2011") and start > 1 and text[start - 2].isalnum():
        before = around.words[candidate.first - 1].text.lower()
        return _certain_if(before in ("ex", "vice"))
    return Reading.CERTAIN


def _by_gap(term: Term, candidate: Candidate, around: Surroundings) -> Reading:
    """Only what is said with nouns and adjectives takes other words inside."""
    nominal = term.part_of_speech in (PartOfSpeech.NOUN, PartOfSpeech.ADJECTIVE)
    return _certain_if(nominal or not candidate.gap)


def _by_complement(term: Term, candidate: Candidate, around: Surroundings) -> Reading:
    """What depends on the head in another number means something else: *violar el derecho*."""
    if term.part_of_speech is PartOfSpeech.VERB:
        complement = candidate.forms[1:]
    else:
        numbers = [form[1] for form in candidate.forms]
        complement = candidate.forms[numbers.index("") :] if "" in numbers else ()
    same = all(form[3] % 2 == 0 for form in complement)
    return Reading.CERTAIN if same else Reading.DOUBTFUL


def _by_conjunction(term: Term, candidate: Candidate, around: Surroundings) -> Reading:
    """A phrase that joins things says other things with *o*: *verdad, justicia o reparación*."""
    exchanged = any(form[1] == JOINED and form[3] for form in candidate.forms)
    phrase = term.part_of_speech is PartOfSpeech.PHRASE
    return Reading.DOUBTFUL if phrase and exchanged else Reading.CERTAIN


def _by_title(term: Term, candidate: Candidate, around: Surroundings) -> Reading:
    """A title is not corrected, in quotation marks or emphasized: *el libro La tortura*."""
    if term.part_of_speech not in _COMMON:
        return Reading.CERTAIN
    start = around.words[candidate.first].start
    inside = any(first <= start < last for first, last in around.titles)
    return _certain_if(not inside and not _opens_title(candidate.first, around.words))


def _opens_title(first: int, words: Sequence[Token]) -> bool:
    """Whether a word, or the article before it, has a capital right after *libro* or the like."""
    if first and words[first].gap is Gap.SOFT and words[first - 1].text in _TITLE_ARTICLES:
        first -= 1
    if not first or words[first].gap is not Gap.SOFT or not words[first].text[0].isupper():
        return False
    before = words[first - 1].text
    return before.islower() and before in TITLE_WORDS


_TITLE_ARTICLES = word_set("El La Los Las Un Una")


_COMMON = (PartOfSpeech.NOUN, PartOfSpeech.ADJECTIVE, PartOfSpeech.VERB, PartOfSpeech.PHRASE)


def _by_label(term: Term, candidate: Candidate, around: Surroundings) -> Reading:
    """Furniture of a page stands by itself: *Ver más*, but not *para ver más allá*."""
    if term.part_of_speech is not PartOfSpeech.LABEL:
        return Reading.CERTAIN
    words = around.words
    begins = words[candidate.first].gap is not Gap.SOFT or _begins_sentence(candidate.first, around)
    ends = candidate.last == len(words) or words[candidate.last].gap is not Gap.SOFT
    return _certain_if(begins and ends)


def _by_proper_name(term: Term, candidate: Candidate, around: Surroundings) -> Reading:
    """A common noun inside a longer name is left alone: *Ministerio de Derechos Humanos*."""
    if term.part_of_speech not in _COMMON or around.in_title_case:
        return Reading.CERTAIN
    words = around.words
    written = words[candidate.first].text
    if not written[0].isupper() or term.source[0].isupper():
        return Reading.CERTAIN
    span = words[candidate.first : candidate.last]
    if all(word.text.isupper() for word in span) and len(written) > 1:
        return Reading.CERTAIN
    if _name_before(candidate.first, around):
        return Reading.REFUSED
    single = candidate.last - candidate.first == 1
    person = spanish.is_person(written.lower())
    if single and not person and _name_after(candidate.last, words):
        return Reading.REFUSED
    if single and not person and not _begins_sentence(candidate.first, around):
        return Reading.DOUBTFUL
    return Reading.CERTAIN


def _name_before(first: int, around: Surroundings) -> bool:
    """Whether a term goes on a name: a capitalized word before, with a link of names between."""
    words = around.words
    link: tuple[str, ...] = ()
    at = first
    while at and words[at].gap is Gap.SOFT and len(link) <= _LONGEST_LINK:
        at -= 1
        word = words[at].text
        if word[0].isupper():
            name = not _begins_sentence(at, around) or word.lower() in INSTITUTIONS
            return link in _LINKS and name
        link = (word, *link)
    return False


def _name_after(last: int, words: Sequence[Token]) -> bool:
    return last < len(words) and words[last].gap is Gap.SOFT and words[last].text[0].isupper()


def _begins_sentence(at: int, around: Surroundings) -> bool:
    start = around.words[at].start
    before = around.text[max(0, start - 40) : start].rstrip(" \t\"“”«»'*_#>-–—¿¡([")
    return not before or before[-1] in _SENTENCE_END


def _by_homograph(term: Term, candidate: Candidate, around: Surroundings) -> Reading:
    """A word that is a noun here, or a verb, or an adjective."""
    words = around.words
    word = words[candidate.first].text.lower()
    before = words[candidate.first - 1].text.lower() if candidate.first else ""
    if words[candidate.first].gap is not Gap.SOFT:
        before = ""
    if term.part_of_speech is PartOfSpeech.VERB:
        return _as_verb(word, before, candidate)
    if term.part_of_speech is not PartOfSpeech.NOUN:
        return Reading.CERTAIN
    if candidate.last - candidate.first > 1:
        return _certain_if(word not in spanish.NOUN_VERB_HOMOGRAPHS or before not in _CLITICS)
    if word in spanish.NOUN_VERB_HOMOGRAPHS:
        return _noun_or_verb(before, candidate, words)
    if spanish.is_participle(word):
        return _noun_or_participle(word, candidate.first, words)
    marked = before in NOUN_MARKERS or before in BEING or _is_verb(before)
    after_noun = before.isalpha() and not marked
    if after_noun and spanish.is_noun_or_adjective(word):
        return Reading.REFUSED
    return Reading.DOUBTFUL if after_noun and spanish.is_person(word) else Reading.CERTAIN


def _as_verb(word: str, before: str, candidate: Candidate) -> Reading:
    """No noun of the same form (*la denuncia, el proceso*), and no state (*está desaparecida*).

    Who writes *yo proceso* or *tú denuncias* says so; elsewhere these forms are nouns.
    """
    tense = candidate.forms[0][4]
    if tense == "participle":
        return _certain_if(before not in STATES)
    homograph = word.removesuffix("s") in spanish.NOUN_VERB_HOMOGRAPHS
    if homograph and (before in NOUN_MARKERS or _is_verb(before)):
        return Reading.REFUSED
    first_or_second_person = tense == "base" and (
        word.endswith("o") or (homograph and word.endswith("s"))
    )
    return _certain_if(not first_or_second_person or before in _SUBJECTS)


def _is_verb(word: str) -> bool:
    return word in VERBS_BEFORE_NOUN or _FINITE.search(word) is not None


def _noun_or_participle(word: str, first: int, words: Sequence[Token]) -> Reading:
    """*Fue detenida* and *han detenido* are verbs, *hubo detenidos* and *los detenidos* nouns."""
    at = first
    before = ""
    while at and words[at].gap is Gap.SOFT:
        at -= 1
        before = words[at].text.lower()
        if before not in _BETWEEN and not before.endswith("mente"):
            break
    if before in HAVING:
        return _certain_if(not word.endswith("o"))
    if before in BEING:
        return Reading.REFUSED
    nominal = not before.isalpha() or before in NOUN_MARKERS or _is_verb(before)
    return Reading.CERTAIN if nominal else Reading.DOUBTFUL


def _noun_or_verb(before: str, candidate: Candidate, words: Sequence[Token]) -> Reading:
    after = words[candidate.last] if candidate.last < len(words) else None
    follows = after.text.lower() if after is not None and after.gap is Gap.SOFT else ""
    if before in _CLITICS or follows == "que":
        return Reading.REFUSED
    if before in NOUN_MARKERS or _is_verb(before) or follows in _CLEARLY_NOUN_AFTER:
        return Reading.CERTAIN
    if before:
        return Reading.REFUSED
    return Reading.CERTAIN if follows in _NOUN_AFTER_AT_START else Reading.DOUBTFUL


def _certain_if(condition: bool) -> Reading:
    return Reading.CERTAIN if condition else Reading.REFUSED


_RULES: tuple[Rule, ...] = (
    _by_case,
    _by_hyphen,
    _by_gap,
    _by_complement,
    _by_conjunction,
    _by_title,
    _by_label,
    _by_proper_name,
    _by_homograph,
)
