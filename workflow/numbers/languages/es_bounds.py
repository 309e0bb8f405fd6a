"""Spanish words that bound a figure, before it and after it (RAE, *Nueva gramática*, 2009)."""

from __future__ import annotations

from workflow.numbers.model import Bound
from workflow.numbers.table import words

_AR = words("a an ó aron aba aban ará arán aría arían e en ara aran ase asen ar ando ado")
_ER = words("e en ió ieron ía ían erá erán ería erían a an iera ieran iese iesen er iendo ido")
_EXCEEDING = " ".join(
    f" {stem}{ending}{link}"
    for stem, endings in (("super", _AR), ("rebas", _AR), ("sobrepas", _AR), ("exced", _ER))
    for ending in sorted(endings)
    for link in (("", "_de") if stem == "exced" else ("",))
)
"""Every form of the verbs that mean to be more than."""

_LIMITING = " ".join(
    f" {stem}{ending}_a"
    for stem, endings in (
        ("limit", "a an ó aron aba aban ará arán aría ar ando ado ada ados adas arse e en"),
        ("restring", "e en ió ieron ía irá irán ir iendo ido ida idos idas irse"),
        ("circunscrib", "e en ió irá ir"),
    )
    for ending in endings.split()
)
"""Every form of the verbs that mean to let no more."""
_LEVELS = " ".join(
    f" {noun}_{link}"
    for noun in ("tope", "límite", "techo", "máximo", "máxima")
    for link in (
        "es", "es_de", "era", "era_de", "será", "será_de", "está_en", "queda_en", "quedó_en",
        "se_fijó_en",
    )
)  # fmt: skip
"""*el tope es de 3.000 euros*."""
_PEAKING = " ".join(
    f" {verb}_a_{infinitive}{link}"
    for verb in (
        "llegó", "llegaron", "llega", "llegan", "llegaba", "llegaban", "llegar", "llegará",
        "llegarán", "llegaría", "llegarían", "llegado",
    )
    for infinitive in (
        "tener", "reunir", "albergar", "acoger", "sumar", "contar_con", "emplear", "vender",
        "producir", "pesar", "medir", "costar", "cobrar", "pagar", "alojar", "ocupar", "atender",
        "matar", "afectar", "durar", "perder", "recibir", "recorrer", "gastar", "ganar", "valer",
        "invertir", "transportar", "suponer", "representar", "crear", "generar", "desplazar",
        "dejar", "provocar", "causar", "recaudar", "congregar", "concentrar", "enfrentar",
        "cumplir", "caer", "acumular", "registrar", "haber", "ser", "necesitar", "consumir",
        "almacenar", "contener", "detener", "destruir", "despedir", "vivir",
    )
    for link in ("", "_a")
)  # fmt: skip
"""*llegó a albergar a 8.000 soldados*: the most that it was, *as many as* in English."""

BEFORE = {
    Bound.OLDER: "mayor_de mayores_de",
    Bound.ABOVE: "por_encima_de por_arriba_de",
    Bound.BELOW: "por_debajo_de",
    Bound.EXTENT: "alcanza alcanzan llega_a llegan_a",
    Bound.JUNIOR: "sub el_menor_de la_menor_de un_menor_de una_menor_de",
    Bound.SHORT: "lejos_de",
    Bound.LIMITED: "topado_en topada_en topados_en" + _LIMITING,
    Bound.SENIOR: "el_mayor_de la_mayor_de",
    Bound.AT_LEAST: """
        al_menos por_lo_menos cuando_menos como_mínimo como_poco ≥ a_lo_menos no_menos_de
        nada_menos_de nada_menos_que ni_más_ni_menos_que un_mínimo_de mínimo no_antes_de """,
    Bound.FROM: "a_partir_de mínimo_de mínima_de mínimo_es mínimo_es_de mínimo_era_de",
    Bound.MORE_THAN: """
        más_de más_que superada supera_a superan_a superó_a superior_a superiores_a
        arriba_de mayor_a mayores_a
        mayor_que mayores_que pasa_de pasan_de pasó_de_los pasaron_de_los pasa_de_los poco_más_de
        algo_más_de un_poco_más_de mucho_más_de bastante_más_de >"""
    + _EXCEEDING,
    Bound.PLUS: "+",
    Bound.LESS_THAN: """
        baja_de bajan_de bajaba_de bajaban_de bajar_de bajará_de
        menos_de menos_que inferior_a inferiores_a debajo_de menor_de menores_de
        menor_a menores_a menor_que menores_que no_llega_a no_llegan_a no_llegaba_a no_llegaban_a
        no_llegó_a no_llegaron_a no_alcanza no_alcanzan no_alcanzó no_alcanzaba sin_llegar_a
        no_llega_al no_alcanza_el mucho_menos_de <""",
    Bound.AT_MOST: """
        hasta como_máximo como_mucho a_lo_sumo cuando_más a_lo_más cuando_mucho no_más_de
        a_más_tardar un_máximo_de máximo no_supera no_superan no_superó no_superaron no_superaba
        no_superar no_supere no_superior_a no_superiores_a no_mayor_de no_mayor_a no_mayores_de
        no_excede no_exceden no_excedió no_exceder no_rebasa no_rebasan no_rebasó no_sobrepasa
        no_pasa_de no_pasan_de no_pasaba_de no_pasaban_de no_pasará_de no_pasarán_de no_pasar_de
        no_puede_pasar_de no_pueden_pasar_de no_podrá_pasar_de no_podrán_pasar_de
        no_debe_pasar_de no_deben_pasar_de hasta_en hasta_por hasta_con hasta_de por_hasta ≤""",
    Bound.REACHING: """
        máximo_de máxima_de un_tope_de tope_de un_límite_de
        podría_llegar_a podrían_llegar_a puede_llegar_a pueden_llegar_a
        podría_alcanzar podrían_alcanzar"""
    + _PEAKING
    + _LEVELS,
    Bound.ABOUT: """
        unos unas alrededor_de en_torno_a entorno_a aproximadamente aprox más_o_menos ronda rondan
        rondaba rondaban rondó rondaron rondar rondará rondarán rondaría rondarían ronde ronden
        rondando del_orden_de en_el_orden_de cosa_de
        un_aproximado_de un_estimado_de cercano_a cercanos_a cercana_a cercanas_a
        poco_más_o_menos circa hacia_el_año
        en_torno_al_año alrededor_del_año sobre_unos
        se_estima_en se_estiman_en se_calcula_en se_calculan_en
        estimado_en estimada_en estimados_en estimadas_en ~ ≈""",
    Bound.NEAR: "cerca_de cerca",
    Bound.NEARLY: """
        casi roza rozan rozó rozaron rozaba rozará rozarán rozaría rozando prácticamente
        próximo_a próximos_a próxima_a próximas_a""",
    Bound.JUST_UNDER: "poco_menos_de algo_menos_de un_poco_menos_de",
    Bound.ONLY: """
        solo sólo solamente apenas únicamente tan_solo tan_sólo tan_solamente nomás nada_más
        namás""",
    Bound.EXACTLY: "exactamente justamente precisamente justo",
}
AFTER = {
    Bound.AT_LEAST: """
        o_más como_mínimo por_lo_menos al_menos cuando_menos como_poco en_adelante y_más o_superior
        o_superiores
        o_mayor o_mayores""",
    Bound.AT_MOST: """
        o_menos como_máximo como_mucho cuando_más cuando_mucho a_lo_sumo máximo o_menor o_menores
        o_inferior de_tope de_máximo""",
    Bound.ABOUT: "aproximadamente más_o_menos aprox poco_más_o_menos o_así",
    Bound.PLUS: "+",
    Bound.ONLY: "nada_más nomás",
    Bound.EXACTLY: "exactos exactas justos justas",
    Bound.MORE_THAN: "y_pico largos largo larga largas con_creces holgadamente ampliamente",
}
