"""Spanish names and signs of units, lengths of time and currencies (BIPM, ISO 4217, CLDR)."""

from __future__ import annotations

from workflow.numbers.table import synonyms

UNITS = synonyms("""
millimetre: mm milímetro milímetros
centimetre: cm centímetro centímetros
metre: m metro metros msnm
kilometre: km kms kilómetro kilómetros quilómetros
inch: pulgada pulgadas
foot: pie pies
yard: yarda yardas
mile: milla millas
nautical mile: milla_náutica millas_náuticas
square metre: m² m2 metro_cuadrado metros_cuadrados
square kilometre: km² km2 kilómetro_cuadrado kilómetros_cuadrados
hectare: ha hectárea hectáreas
acre: acre acres
square mile: milla_cuadrada millas_cuadradas
square foot: pie_cuadrado pies_cuadrados
manzana: manzanas_de_tierra manzana_de_tierra
milligram: mg miligramo miligramos
gram: g gramo gramos
kilogram: kg kgs kilo kilos kilogramo kilogramos
tonne: t tonelada toneladas tonelada_métrica toneladas_métricas
pound: lb lbs libra libras
ounce: onza onzas
quintal: quintal quintales
millilitre: ml mililitro mililitros
litre: l litro litros
cubic metre: m³ m3 metro_cúbico metros_cúbicos
pint: pinta pintas
gallon: galón galones
barrel: barril barriles
kilometre per hour: km_/_h kilómetro_por_hora kilómetros_por_hora
knot: nudo nudos
mile per hour: milla_por_hora millas_por_hora mph
degree celsius: °_c ºc °c º_c grado_centígrado grados_centígrados grados_celsius grados_°_c celsius
degree fahrenheit: °_f ºf °f º_f grados_fahrenheit fahrenheit
degree: ° º grado grados
watt: vatio vatios w
kilowatt: kw kilovatio kilovatios
megawatt: mw megavatio megavatios
gigawatt: gw gigavatio gigavatios
basis point: punto_básico puntos_básicos
kilowatt hour: kwh kilovatio_hora kilovatios_hora
megawatt hour: mwh
megabyte: mb megabyte megabytes
gigabyte: gb gigabyte gigabytes gigas
terabyte: tb terabyte terabytes
""")
DURATIONS = synonyms("""
second: segundo segundos s
minute: minuto minutos min
hour: hora horas h
day: día días
working day: jornada jornadas
week: semana semanas
month: mes meses
quarter: trimestre trimestres
semester: semestre semestres
year: año años
biennium: bienios
lustrum: lustro lustros quinquenios
decade: década décadas decenio decenios
century: siglo siglos
millennium: milenio milenios
""")
RATES = synonyms("""
hour: por_hora a_la_hora cada_hora
second: por_segundo al_segundo cada_segundo
minute: por_minuto al_minuto cada_minuto
night: por_noche cada_noche la_noche
quarter: por_trimestre al_trimestre cada_trimestre trimestral trimestrales trimestralmente
semester: por_semestre al_semestre cada_semestre semestral semestrales semestralmente
day: al_día por_día cada_día diario diarios diaria diarias diariamente a_diario
week: a_la_semana por_semana cada_semana semanal semanales semanalmente
month: al_mes por_mes cada_mes mensual mensuales mensualmente
year: al_año por_año cada_año anual anuales anualmente
""")
CURRENCIES = synonyms("""
USD: us_$ usd dólar_estadounidense dólares_estadounidenses u_$_s us_dólares dólares_americanos
dollar: dólar dólares
$: $
EUR: € euro euros eur
GBP: £ gbp libra_esterlina libras_esterlinas
MXN: mxn peso_mexicano pesos_mexicanos mx_$
COP: cop peso_colombiano pesos_colombianos col_$
CLP: clp peso_chileno pesos_chilenos clp_$
ARS: ars peso_argentino pesos_argentinos ar_$
UYU: uyu peso_uruguayo pesos_uruguayos
DOP: dop peso_dominicano pesos_dominicanos rd_$
CUP: cup peso_cubano pesos_cubanos
peso: peso pesos
GTQ: gtq quetzal quetzales q q_.
HNL: hnl lempira lempiras l l_.
NIO: nio córdoba córdobas c_$
CRC: crc ₡
colon: colón colones ¢
PEN: pen s_/ s_/_. sol soles nuevos_soles
BOB: bob boliviano bolivianos bs bs_.
PYG: pyg guaraní guaraníes ₲
VES: ves bolívar bolívares
BRL: brl r_$ real reales
JPY: jpy ¥ yen yenes
CNY: cny yuan yuanes
HTG: htg gourde gourdes
RUB: rub rublo rublos
INR: inr rupia_india rupias_indias
IDR: idr rupia_indonesia rupias_indonesias
rupee: rupia rupias
PAB: pab balboa balboas
BTC: btc bitcóin bitcoin bitcoins bitcóins
CHF: chf franco_suizo francos_suizos
CAD: cad dólar_canadiense dólares_canadienses
AUD: aud dólar_australiano dólares_australianos
UF: uf
cent: centavo centavos céntimo céntimos
pence: penique peniques
""")
