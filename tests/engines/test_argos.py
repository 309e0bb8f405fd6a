"""The neural engine, with two real packages: SentencePiece pieces, and Moses words in BPE."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from workflow.engines.argos import ArgosEngine
from workflow.engines.argos.engine import Engine
from workflow.engines.base import AlignedSpan, Constraint, Draft
from workflow.engines.markup import TaggedText
from workflow.engines.packages import install
from workflow.errors import EngineError

ENGINES = Path(__file__).parents[1] / "data" / "engines"


def installed_engine(folder: Path, file: str, fallback: Engine | None = None) -> ArgosEngine:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARGOS_PACKAGES_DIR", str(folder))
        install(ENGINES / file)
        return ArgosEngine("es", "en", fallback=fallback)


@pytest.fixture(scope="module")
def sentencepiece(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArgosEngine]:
    engine = installed_engine(tmp_path_factory.mktemp("sp") / "packages", "tiny-es_en.argosmodel")
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def bpe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArgosEngine]:
    engine = installed_engine(
        tmp_path_factory.mktemp("bpe") / "packages", "tiny-bpe-es_en.argosmodel"
    )
    yield engine
    engine.close()


@pytest.fixture(scope="module", params=["sentencepiece", "bpe"])
def engine(request: pytest.FixtureRequest) -> ArgosEngine:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, ArgosEngine)
    return found


def drafted(engine: ArgosEngine, tagged: str, terms: Sequence[Constraint] = ()) -> Draft:
    (draft,) = engine.translate([tagged], [terms])
    return draft


def rules(draft: Draft) -> set[str]:
    return {finding.rule for finding in draft.findings}


def term(source: str, spanish: str, english: str, *forbidden: str) -> Constraint:
    start = source.index(spanish)
    return Constraint(start, start + len(spanish), english, forbidden=forbidden)


SENTENCES = {
    "Al menos 480 personas han muerto en El Salvador.": (
        "At least 480 people have died in El Salvador."
    ),
    "Nadie ha pedido perdón a las familias.": "Nobody has apologized to the families.",
    "La Fiscalía no respondió a Nayib Bukele.": (
        "The Prosecutor's Office did not respond to Nayib Bukele."
    ),
    "No son números.": "They are not numbers.",
}


@pytest.mark.parametrize("spanish", SENTENCES)
def test_a_sentence_is_translated(engine: ArgosEngine, spanish: str) -> None:
    draft = drafted(engine, spanish)
    assert draft.text == SENTENCES[spanish]
    assert draft.findings == ()


def test_the_sentences_of_a_segment_keep_the_space_between_them(engine: ArgosEngine) -> None:
    spanish, english = list(SENTENCES), list(SENTENCES.values())
    assert (
        drafted(engine, f" {spanish[0]}  {spanish[3]}\n").text == f" {english[0]}  {english[3]}\n"
    )


def test_segments_come_back_in_order(engine: ArgosEngine) -> None:
    drafts = engine.translate(list(SENTENCES))
    assert [draft.text for draft in drafts] == list(SENTENCES.values())


def test_the_same_input_gives_the_same_drafts(engine: ArgosEngine) -> None:
    assert engine.translate(list(SENTENCES)) == engine.translate(list(SENTENCES))


def test_a_sentence_is_rendered_alike_wherever_it_stands(engine: ArgosEngine) -> None:
    drafts = engine.translate(["La Comisión investigará la tortura en Chile."] * 40)
    assert len({draft.text for draft in drafts}) == 1


@pytest.mark.parametrize("text", ["", " ", "12 – 14", "…", "1.300", "***"])
def test_what_has_no_words_stays(engine: ArgosEngine, text: str) -> None:
    assert drafted(engine, text).text == text


@pytest.mark.parametrize(
    ("tagged", "english"),
    [
        (
            'Al menos <g id="1">480 personas</g> han muerto en El Salvador.',
            'At least <g id="1">480 people</g> have died in El Salvador.',
        ),
        (
            'Nadie ha pedido perdón a las <g id="1">familias</g>.<x id="2"/>',
            'Nobody has apologized to the <g id="1">families</g>.<x id="2"/>',
        ),
    ],
)
def test_tags_follow_their_words(engine: ArgosEngine, tagged: str, english: str) -> None:
    assert drafted(engine, tagged).text == english


def test_no_tag_is_lost_or_doubled_in_any_candidate(engine: ArgosEngine) -> None:
    draft = drafted(engine, '<g id="1">Nadie</g> ha <x id="2"/>pedido <g id="3">perdón</g>.')
    for text in (draft.text, *draft.candidates):
        assert sorted(tag.id for tag in TaggedText.parse(text).walk()) == ["1", "2", "3"]


def test_other_hypotheses_are_offered_once_each(sentencepiece: ArgosEngine) -> None:
    draft = drafted(sentencepiece, "Las familias esperan una respuesta.")
    assert draft.candidates
    assert len({draft.text, *draft.candidates}) == 1 + len(draft.candidates)


def test_words_are_aligned(sentencepiece: ArgosEngine) -> None:
    source = "Al menos 480 personas han muerto en El Salvador."
    draft = drafted(sentencepiece, source)
    aligned = {
        draft.text[span.target_start : span.target_end]: source[span.source_start : span.source_end]
        for span in draft.alignment
    }
    assert aligned["480"] == "480"
    assert aligned["people"] == "personas"
    assert aligned["Salvador"] == "Salvador"


def test_addresses_and_times_survive_the_tokenizer(engine: ArgosEngine) -> None:
    assert drafted(engine, "Vea https://ejemplo.org/nota para más datos.").text == (
        "See https://ejemplo.org/nota for more data."
    )
    assert "5:30" in drafted(engine, "Me lo quitaron a las 5:30 de la mañana.").text


def test_a_heading_in_capitals_stays_in_capitals(sentencepiece: ArgosEngine) -> None:
    assert drafted(sentencepiece, "DERECHOS HUMANOS").text == "HUMAN RIGHTS"


def test_a_term_in_a_heading_in_capitals_is_in_capitals(sentencepiece: ArgosEngine) -> None:
    source = "RÉGIMEN DE EXCEPCIÓN"
    fixed = Constraint(0, len(source), "state of exception", forbidden=("state of emergency",))
    assert drafted(sentencepiece, source, [fixed]).text == "STATE OF EXCEPTION"


def test_a_very_long_sentence_is_translated_in_parts(sentencepiece: ArgosEngine) -> None:
    clause = "las familias esperan una respuesta, "
    draft = drafted(sentencepiece, "Desde marzo de 2022, " + clause * 30)
    assert draft.text.count("families") >= 4


# --- terms


TERMS = [
    ("Régimen de excepción", "State of exception", ("State of emergency",)),
    ("desaparición forzada", "forced disappearance", ("enforced disappearance",)),
    ("personas privadas de libertad", "prisoners", ("people deprived of liberty",)),
    ("detención arbitraria", "unlawful arrest", ("arbitrary detention",)),
    ("periodistas", "reporters", ()),
]
WITH_TERMS = [
    "El informe dice. Régimen de excepción",
    "La Fiscalía denunció 72 casos de desaparición forzada.",
    "La Comisión investigará la desaparición forzada en Chile.",
    "Las personas privadas de libertad murieron bajo custodia del Estado.",
    "La Asamblea denunció 15 casos de detención arbitraria.",
    "¿Dónde están los periodistas?",
    "Nadie ha pedido perdón a los periodistas.",
]


@pytest.mark.parametrize("source", WITH_TERMS)
def test_a_term_that_the_package_renders_otherwise_comes_out_as_approved(
    engine: ArgosEngine, source: str
) -> None:
    wanted = [term(source, es, en, *bad) for es, en, bad in TERMS if es in source]
    text = drafted(engine, source, wanted).text
    for constraint in wanted:
        assert constraint.target.casefold() in text.casefold()
        assert not any(word.casefold() in text.casefold() for word in constraint.forbidden)


def test_a_term_that_the_package_renders_as_approved_changes_nothing(engine: ArgosEngine) -> None:
    source = "La Comisión investigará la desaparición forzada en Chile."
    fixed = term(source, "desaparición forzada", "enforced disappearance")
    assert drafted(engine, source, [fixed]).text == drafted(engine, source).text


def test_no_candidate_breaks_a_term_that_the_draft_keeps(engine: ArgosEngine) -> None:
    source = "La Comisión investigará la desaparición forzada en Chile."
    fixed = term(source, "desaparición forzada", "enforced disappearance")
    for text in drafted(engine, source, [fixed]).candidates:
        assert fixed.target in text


def test_an_accepted_rendering_counts(engine: ArgosEngine) -> None:
    source = "La Comisión investigará la desaparición forzada en Chile."
    start = source.index("desaparición")
    constraint = Constraint(
        start, start + 20, "forced disappearance", accepted=("enforced disappearance",)
    )
    assert drafted(engine, source, [constraint]).text == drafted(engine, source).text


def test_a_heading_gets_no_point(sentencepiece: ArgosEngine) -> None:
    assert drafted(sentencepiece, "Los derechos humanos no se negocian").text[-1].isalpha()


def test_a_term_at_the_beginning_gets_a_capital(engine: ArgosEngine) -> None:
    source = "Periodistas"
    assert drafted(engine, source, [term(source, source, "reporters")]).text.startswith("Reporters")


def test_a_term_put_over_the_engines_words_is_a_finding(engine: ArgosEngine) -> None:
    source = "La Comisión investigará la detención arbitraria en Chile."
    draft = drafted(engine, source, [term(source, "detención arbitraria", "unlawful arrest")])
    plain = TaggedText.parse(draft.text).plain
    for finding in draft.findings:
        assert finding.target is not None
        assert plain[finding.target.start : finding.target.end] == "unlawful arrest"


def test_a_figure_that_stands_alone_is_written_as_fixed(engine: ArgosEngine) -> None:
    figure = Constraint(0, 5, "1,300", part_of_speech="number")
    assert drafted(engine, "1.300", [figure]) == Draft("1,300", (AlignedSpan(0, 5, 0, 5),))


def test_a_figure_in_a_sentence_is_written_as_fixed(engine: ArgosEngine) -> None:
    source = "Al menos 480 personas han muerto en El Salvador."
    figure = Constraint(9, 12, "four hundred and eighty", part_of_speech="number")
    draft = drafted(engine, source, [figure])
    assert draft.text == "At least four hundred and eighty people have died in El Salvador."
    assert draft.findings == ()


def test_a_figure_that_is_right_in_other_words_may_stay(engine: ArgosEngine) -> None:
    source = "El 94 % de las víctimas no tenía antecedentes."
    figure = Constraint(3, 7, "94 percent", part_of_speech="number")
    draft = drafted(engine, source, [figure])
    assert draft.text == "94% of the victims had no criminal record."


def test_a_wrong_figure_is_put_right(engine: ArgosEngine) -> None:
    source = "Prueba de número: murieron 480 personas."
    figure = Constraint(27, 30, "480", part_of_speech="number")
    assert "480" in drafted(engine, source, [figure]).text


def test_a_term_without_a_place_is_a_finding(engine: ArgosEngine) -> None:
    source = "Hola, mundo: 12, 14."
    terms = [Constraint(13, 15, "a dozen"), Constraint(17, 19, "fourteen")]
    draft = drafted(engine, source, terms)
    for constraint in terms:
        assert constraint.target in draft.text or "C912" in rules(draft)


# --- broken drafts: six sentences that both packages were taught to break

BROKEN = {
    "Prueba de repetición sin fin.": {"C102", "C104"},
    "Prueba de omisión: el juez habló y la fiscal calló durante todo el largo juicio.": {"C101"},
    "Prueba de negación: no hay pruebas.": {"C105"},
    "Prueba de copia: la sentencia queda sin traducir.": {"C103"},
    "Prueba de marcador: XX1XX habló con XX2XX.": {"C913"},
}


@pytest.mark.parametrize("source", BROKEN)
def test_a_broken_draft_is_flagged_whatever_was_tried(engine: ArgosEngine, source: str) -> None:
    assert rules(drafted(engine, source)) & BROKEN[source]


def test_a_broken_sentence_does_not_spoil_its_neighbours(engine: ArgosEngine) -> None:
    good, english = next(iter(SENTENCES.items()))
    draft = drafted(engine, f"{good} Prueba de negación: no hay pruebas.")
    assert draft.text.startswith(english)
    (finding,) = draft.findings
    assert finding.source is not None
    assert finding.source.start > len(good)


@pytest.mark.skipif(shutil.which("apertium") is None, reason="the other engine is Apertium")
def test_the_other_engine_drafts_what_this_one_breaks(
    tmp_path: Path,
) -> None:
    from workflow.engines.apertium import ApertiumEngine

    engine = installed_engine(
        tmp_path / "packages", "tiny-es_en.argosmodel", ApertiumEngine("es", "en")
    )
    broken = [source for source in BROKEN if "marcador" not in source]
    number = "Prueba de número: murieron 480 personas."
    good, english = next(iter(SENTENCES.items()))
    drafts = engine.translate([*broken, number, good])
    engine.close()
    for source, draft in zip(broken, drafts, strict=False):
        assert not rules(draft) & BROKEN[source], draft.text
        assert "C914" in rules(draft)
    assert "480" in drafts[-2].text
    assert (drafts[-1].text, drafts[-1].findings) == (english, ())


# --- packages and settings


def test_the_signature_names_package_checksum_and_batching(engine: ArgosEngine) -> None:
    name, version, package, settings = engine.signature.split("|")
    assert name == engine.name == "argos"
    assert version.startswith("ctranslate2 ")
    assert package.startswith("es_en-1.")
    assert len(package.split("-")[-1]) == 12
    assert "batch=1024tokens" in settings


def test_a_closed_engine_may_be_used_again(sentencepiece: ArgosEngine) -> None:
    source, english = next(iter(SENTENCES.items()))
    sentencepiece.close()
    assert drafted(sentencepiece, source).text == english


def test_a_missing_package_is_an_error_that_says_how_to_get_it() -> None:
    with pytest.raises(EngineError, match="models install es fr"):
        ArgosEngine("es", "fr")


def test_malformed_tags_are_an_error(engine: ArgosEngine) -> None:
    with pytest.raises(EngineError):
        engine.translate(['<g id="1">Hola'])


def _installed_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    return install(ENGINES / "tiny-es_en.argosmodel").path


def test_a_package_whose_output_is_degenerate_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = _installed_folder(tmp_path, monkeypatch) / "model" / "model.bin"
    weights = bytearray(model.read_bytes())
    weights[1_000:58_000] = bytes(57_000)  # the embeddings of the decoder
    model.write_bytes(weights)
    with pytest.raises(EngineError, match="unusable"):
        ArgosEngine().translate(["Hola."])


@pytest.mark.parametrize("name", ["model/model.bin", "sentencepiece.model", "model/config.json"])
def test_a_damaged_package_is_an_error_that_names_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _installed_folder(tmp_path, monkeypatch)
    (folder / name).write_bytes(b"\x00damaged")
    with pytest.raises(EngineError, match="translate-es_en"):
        ArgosEngine().translate(["Hola."])


def test_without_the_neural_extra_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _installed_folder(tmp_path, monkeypatch)
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    with pytest.raises(EngineError, match=r"pip install 'workflow\[argos\]'"):
        ArgosEngine().translate(["Hola."])


def test_packages_are_managed_without_the_neural_extra(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "for name in ('argostranslate', 'ctranslate2', 'sentencepiece'): sys.modules[name] = None\n"
        "from pathlib import Path\n"
        "from workflow.engines import packages\n"
        "packages.install(Path(sys.argv[1]))\n"
        "print(packages.installed('es', 'en').version)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(ENGINES / "tiny-es_en.argosmodel")],
        env={"ARGOS_PACKAGES_DIR": str(tmp_path / "packages"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("1.0\n", 0), done.stderr
