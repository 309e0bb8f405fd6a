"""Abbreviations whose point does not end a sentence, one table per language.

Sources: RAE, Ortografía 2010, appendix 2 (abreviaturas); Chicago Manual of Style 17, ch. 10.
All entries are in lower case, without the final point; inner points and spaces are left out:
`EE. UU.` stands as `eeuu`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What a splitter must know of one language."""

    leading: frozenset[str]
    """They announce the word that follows (titles, references): never the end of a sentence."""
    numbering: frozenset[str]
    """They lead only when a figure follows: `Res. 1325`, but `la res.` may end."""
    closing: frozenset[str]
    """They may end a sentence: they do when a capital follows."""
    openers: frozenset[str]
    """Words that open sentences: after an initial (`plan B. Nadie`) they tell its end."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPANISH = Abbreviations(
    leading=_words(
        """
        sr sra srta sres sras srtas d dña dª don dr dra dres dras lic licda licdo ing arq
        prof profa excmo excma ilmo ilma mons rvdo rvda r p fr sor hno hna sto sta san gral
        gen cnel cnl cap capt tte sgto cmdte cte alm brig subtte av avda c cl pl plza pza
        ctra carr urb col depto dpto dep edif apdo bo art arts núm núms num nro nros pág
        págs pag pags p pp vol vols cap caps t ed eds coord coords cf cfr cfs vs vid v gr
        ej pej fig figs tít inc lit ap apdo párr párrs exp res disp dl dto decr rec
        sent fs fols fol aprox máx mín tel teléf fax ext adm admón gob gobno min secr dir
        pres vicepres univ inst int nal prov dist mpio
        """
    ),
    numbering=_words("res ley acta doc no n nº art cap sec ord pto pts anexo"),
    closing=_words(
        """
        etc eeuu ffaa ddhh rrhh ccaa jjoo ccoo rreexx am pm ac dc adc h hs hrs min seg s m
        km kg g ha cm mm l sa sl srl sas sc cía cia ltda bros hnos dcha izq izqda ss sigs ib
        ibíd ibid op cit qepd epd pd ps sm sar vm jr
        """
    ),
    openers=_words(
        """
        el la los las un una unos unas lo este esta estos estas ese esa esos esas aquel
        aquella él ella ellos ellas yo tú usted ustedes nosotros su sus mi nuestro nuestra
        no nadie nada ningún ninguna nunca jamás tampoco también además sin pero y e o ni
        sino aunque en a de con por para según desde hasta entre sobre tras ante bajo
        durante mediante contra al del si cuando como donde mientras porque pues así
        entonces ahora hoy ayer luego después antes ya todavía aún allí aquí ahí todo toda
        todos todas muchos muchas cada otro otra otros hay hubo había era fue fueron es son
        está están se le les me nos que qué quién cuál cómo dónde
        """
    ),
)

ENGLISH = Abbreviations(
    leading=_words(
        """
        mr mrs ms mx dr prof rev hon gov sen rep gen col lt capt maj sgt cmdr adm pres st mt
        ft msgr fr art arts sec secs para paras p pp vol vols ch ed eds fig figs cf vs v eg
        ie viz approx ave blvd rd dept est univ
        """
    ),
    numbering=_words("no nos res doc art sec vol ch fig p pp"),
    closing=_words(
        "etc us usa uk un eu am pm ad bc bce ce inc ltd co corp llc jr sr al phd md ba ma dc"
    ),
    openers=_words(
        """
        the a an this that these those he she it they we you i his her its their our my your
        no nobody nothing none never neither nor not and but or so yet if when while where
        because although though however moreover in on at by for from to of with without
        within under over after before since until during according as there here then now
        today all some many most each every both other another what who why how which
        """
    ),
)

TABLES = {"es": SPANISH, "en": ENGLISH}
