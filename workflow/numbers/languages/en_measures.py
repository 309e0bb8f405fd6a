"""English names and signs of units, lengths of time and currencies (BIPM, ISO 4217, CLDR)."""

from __future__ import annotations

from workflow.numbers.table import synonyms

UNITS = synonyms("""
millimetre: mm millimeter millimeters millimetre millimetres
centimetre: cm centimeter centimeters centimetre centimetres
metre: m meter meters metre metres
kilometre: km kms kilometer kilometers kilometre kilometres
inch: inch inches
foot: foot feet ft
yard: yard yards
mile: mile miles mi
nautical mile: nautical_mile nautical_miles
square metre: m² m2 square_meter square_meters square_metre square_metres sq_m
square kilometre: km² km2 square_kilometer square_kilometers square_kilometre square_kilometres
square kilometre: sq_km
hectare: ha hectare hectares
acre: acre acres
square mile: square_mile square_miles
square foot: square_foot square_feet sq_ft
manzana: manzana manzanas
milligram: mg milligram milligrams
gram: g gram grams
kilogram: kg kgs kilo kilos kilogram kilograms
tonne: t tonne tonnes metric_ton metric_tons ton tons
pound: lb lbs pound pounds
ounce: oz ounce ounces
quintal: quintal quintals
millilitre: ml milliliter milliliters millilitre millilitres
litre: l liter liters litre litres
cubic metre: m³ m3 cubic_meter cubic_meters cubic_metre cubic_metres
stone: stone
pint: pint pints
gallon: gallon gallons
barrel: barrel barrels bpd
kilometre per hour: km_/_h kph kmh kilometers_per_hour kilometres_per_hour kilometers_an_hour
kilometre per hour: kilometres_an_hour
knot: knot knots
mile per hour: mph miles_per_hour miles_an_hour
degree celsius: °_c ºc °c degrees_celsius degrees_centigrade degree_celsius degrees_c c celsius
degree fahrenheit: °_f ºf °f degrees_fahrenheit degree_fahrenheit degrees_f f fahrenheit
degree: ° º degree degrees
watt: w watt watts
kilowatt: kw kilowatt kilowatts
megawatt: mw megawatt megawatts
gigawatt: gw gigawatt gigawatts
basis point: basis_point basis_points
kilowatt hour: kwh kilowatt_hour kilowatt_hours kilowatt_-_hours
megawatt hour: mwh
megabyte: mb megabyte megabytes
gigabyte: gb gigabyte gigabytes
terabyte: tb terabyte terabytes
""")
DURATIONS = synonyms("""
second: second seconds sec secs
minute: minute minutes min mins
hour: hour hours hr hrs h
day: day days
week: week weeks
month: month months
quarter: quarter quarters
semester: semester semesters
year: year years yr yrs
decade: decade decades
century: century centuries
millennium: millennium millennia
""")
RATES = synonyms("""
hour: an_hour per_hour each_hour every_hour hourly
second: a_second per_second each_second every_second
minute: a_minute per_minute each_minute every_minute
night: a_night per_night each_night every_night nightly
quarter: a_quarter per_quarter each_quarter every_quarter quarterly
semester: every_six_months every_half_year half_-_yearly biannual
day: a_day per_day each_day every_day daily
week: a_week per_week each_week every_week weekly
month: a_month per_month each_month every_month monthly
year: a_year per_year each_year every_year yearly annual annually per_annum
""")
CURRENCIES = synonyms("""
USD: us_$ usd us_dollar us_dollars u_._s_._dollars u_._s_._dollar u_._s_._$ american_dollars
dollar: dollar dollars
$: $
EUR: € euro euros eur
GBP: £ gbp pounds_sterling pound_sterling british_pounds british_pound
MXN: mxn mexican_peso mexican_pesos mx_$
COP: cop colombian_peso colombian_pesos col_$
CLP: clp chilean_peso chilean_pesos clp_$
ARS: ars argentine_peso argentine_pesos argentinian_pesos ar_$
UYU: uyu uruguayan_pesos uruguayan_peso
DOP: dop dominican_pesos dominican_peso rd_$
CUP: cup cuban_pesos cuban_peso
peso: peso pesos
GTQ: gtq guatemalan_quetzals guatemalan_quetzales guatemalan_quetzal quetzal quetzals quetzales q
HNL: hnl honduran_lempiras honduran_lempira lempira lempiras l
NIO: nio nicaraguan_cordobas nicaraguan_cordoba cordoba cordobas
CRC: crc ₡ costa_rican_colons costa_rican_colones
colon: colón colones colons ¢
PEN: pen s_/ sol soles peruvian_soles peruvian_sol
BOB: bob bolivian_bolivianos bolivian_boliviano boliviano bolivianos bs
PYG: pyg paraguayan_guaranis paraguayan_guarani guarani guaranis guaraníes ₲
VES: ves venezuelan_bolivars venezuelan_bolivar bolivar bolivars bolívares
BRL: brl r_$ real reais reals brazilian_reais brazilian_reals brazilian_real
JPY: jpy ¥ yen japanese_yen
CNY: cny yuan chinese_yuan
HTG: htg gourde gourdes haitian_gourdes
RUB: rub ruble rubles rouble roubles
INR: inr rupee rupees
IDR: idr rupiah rupiahs
PAB: pab balboa balboas
BTC: btc bitcoin bitcoins
CHF: chf swiss_franc swiss_francs
CAD: cad canadian_dollars canadian_dollar ca_$
C$: c_$
AUD: aud australian_dollars australian_dollar a_$
UF: uf
cent: cent cents centavo centavos centimo centimos céntimo céntimos
pence: pence penny
""")
