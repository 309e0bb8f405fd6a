"""Language: Spanish left in the English, names lost on the way."""

import pytest

from workflow.checks.language import RULES, check_language, check_target_language

NAMES = {rule.id: rule.name for rule in RULES}


def left(target: str) -> list[str]:
    """What is found to be Spanish."""
    return [
        target[finding.target.start : finding.target.end]
        for finding in check_target_language(target)
        if finding.target
    ]


def rules(source: str, target: str) -> set[str]:
    return {NAMES[finding.rule] for finding in check_language(source, target)}


SPANISH = [
    "Las familias esperan una respuesta del Gobierno.",
    "He said that la policía entró de noche and left.",
    "El juez ordenó la libertad de los detenidos",
    "The people who fueron detenidos sin orden are back.",
    "The reincorporación of the workers",
    "The prison (según el informe de la comisión) is full.",
    "The detainees slept en el suelo y sin agua for days.",
    "They were told: no pregunte más.",
    "El tribunal declaró inconstitucional la ley.",
    "*Esta investigación fue publicada por nuestro equipo el 4 de abril.*",
]


@pytest.mark.parametrize("text", SPANISH)
def test_spanish_in_the_english_is_found(text: str) -> None:
    assert left(text)


LABELS = [
    "Autor: The Citizen",
    "Suscríbete",
    "Ver Más »",
    "Leer más",
    "Compartir",
    "Busca en El Faro",
    "Publicado el 3 de mayo de 2025",
    "Comparte esta nota",
    "Fallecidos",
]


@pytest.mark.parametrize("text", LABELS)
def test_labels_of_the_page_are_found(text: str) -> None:
    assert len(left(text)) == 1


ENGLISH = [
    "The Comisión Nacional de los Derechos Humanos received the complaint.",
    "The Fiscalía General de la República (FGR) has not opened a case.",
    "He lives in San Pedro de Macorís with José Núñez.",
    "The “mano dura” policy, or iron fist, spread.",
    "She wrote about the *desaparición forzada* of her son.",
    "The newspaper El País published the report.",
    "He had a café, a résumé and a cliché.",
    "The guerrilla and the campesinos met in the plaza.",
    "Original article: El otro modelo que no se vio en las cárceles",
    "Contact @gaearon or see #niunamenos.",
    "They say no. He is on a plan, a trio, a sofa.",
    "El Salvador and La Paz signed.",
    "Foto Studio is the name of the company.",
    "The Sala de lo Constitucional and the Glorieta de las Mujeres que Luchan",
    "Under the Ley especial integral para una vida libre de violencia he was tried.",
    "The palabrero and two alcaldes sold pupusas in the colonia.",
    "She wrote *El día más esperado: los niños desaparecidos de la guerra* in 2001.",
    "“Berta no murió, se multiplicó, y sus hijas siguen aquí,” they say in Spanish.",
    "José no longer works here.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_names_loans_and_quotations_are_left_alone(text: str) -> None:
    assert left(text) == []


CHANGED = [
    ("El fiscal Rodrigo Arévalo habló.", "Prosecutor Rodrigo Alvarado spoke."),
    ("Lo dijo Nayib Bukele.", "Nayib Bukelo said so."),
    ("El Salvador vive bajo excepción.", "The Saviour lives under emergency."),
    ("Vive en Santa Tecla desde 1990.", "She has lived in Santa Elena since 1990."),
    ("Kast afirmó lo contrario.", "Cast said the opposite; Karst agreed."),
    ("Viajó a Ginebra en mayo.", "He traveled in May."),
    ("Se cree que viven en Estados Unidos.", "They are believed to live in Mexico."),
    ("La maestra, Doña Chayo, fue a verla.", "The teacher, Doña Rosario, went to see her."),
    ("La Corte citó al Estado.", "The Commission summoned the State."),
    ("Human Rights Watch pidió su libertad.", "Amnesty International asked for his release."),
]


@pytest.mark.parametrize(("source", "target"), CHANGED)
def test_a_changed_name_is_found(source: str, target: str) -> None:
    assert "name-changed" in rules(source, target)


KEPT = [
    ("El presidente de Brasil viajó a Londres.", "The president of Brazil traveled to London."),
    ("La Corte Suprema de Chile falló.", "The Supreme Court of Chile ruled."),
    ("El Ministerio Público investiga.", "The Public Prosecutor's Office is investigating."),
    ("José Núñez llegó a Bogotá.", "Jose Nunez reached Bogota."),
    ("La casa de Esteban Lemus está vacía.", "Esteban Lemus's house is empty."),
    ("Preguntas Frecuentes", "Frequently Asked Questions"),
    ("Fuente: Ministerio de Justicia", "Source: Ministry of Justice"),
    ("Semana Santa en Nueva York", "Holy Week in New York"),
    ("La ONU y la CIDH", "The UN and the IACHR"),
    ("Lo prometió al pueblo de Honduras.", "He promised it to the Honduran people."),
    ("Se reunieron en Singapur y en Praga.", "They met in Singapore and in Prague."),
    ("Habló el Sr. Lemus.", "Lemus spoke."),
    ("El Ministerio Público apeló.", "The Prosecutor's Office appealed."),
    ("Llegó el Día de la Madre.", "Mother's Day came."),
    ("Los deportó Estados Unidos.", "They were deported by the U.S."),
    ("Habló Don Aurelio.", "Mr. Aurelio spoke."),
    ("Aviso: Mantente al tanto.", "Notice: stay informed."),
    ("Pulse Suscribirse.", "Press Subscribe."),
    ("Certificados Multi-dominio", "Multi-domain certificates"),
]


@pytest.mark.parametrize(("source", "target"), KEPT)
def test_a_name_in_its_english_form_is_no_finding(source: str, target: str) -> None:
    assert rules(source, target) == set()


def test_the_place_of_a_name_is_that_of_the_source() -> None:
    source = "Ayer habló Rodrigo Arévalo."
    (finding,) = check_language(source, "Yesterday Rodrigo Alvarez spoke.")
    assert finding.source is not None
    assert source[finding.source.start : finding.source.end] == "Rodrigo Arévalo"


def test_nothing_is_said_of_other_languages() -> None:
    assert list(check_language("La casa para una familia.", "A casa para uma.", "es", "pt")) == []
