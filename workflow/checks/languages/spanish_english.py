"""Frequent Spanish words and how English renders them, as beginnings of words on both sides.

Our own list, for telling whether a clause has any counterpart at all: broad on purpose, no
dictionary. Words that look alike in both languages are left to `coverage`.
"""

from __future__ import annotations

_LEXICON = """
abier abr: open · abogad: lawyer attorney counsel solicitor · absolv: acquit clear absolv ·
abuel: grand · abus: abus · acab: end finish over · acces: access enter reach ·
acept: accept agree · acerc: approach near about close · acord acuerd: agree accord deal remember
·
acos: harass bully stalk · actual: current present today now · actualiz: updat ·
acus: accus defend charg indict · acusad: accus defend · adelant: ahead forward advance ·
advert advirt: warn · afirm: said say affirm assert claim stat · agost: august · agreg anad: add ·
agu: water · ahora: now · air: air · ajen: other alien · alcald: mayor ·
alcanz: reach enough achiev cover · aldea: village hamlet · aleg: claim alleg argu joy ·
algun: some any few · aliment: food feed · alla: there · alleg: close · alquil: rent ·
alt: high tall top · alumn: student pupil · amanec: dawn sunrise woke morning · amenaz: threat ·
amig: friend · ampli: broad exten expan wide · anci: old elder · ano anos: year ·
anteayer ayer: yesterday · antes: before prior previous earlier · anual: year annual ·
anunci: announc · apel: appeal · aplaz: postpon delay defer · aport: contribut bring provid ·
apoy: support back · aprend: learn · aprob aprueb: pass approv adopt · arbol: tree ·
archiv: file archiv · arm: weapon arm gun · arrest: arrest detain · asamble: assembl ·
asegur: assur insist claim ensure said secure say · asesin: murder kill assassin ·
asi: thus so this · asil: asyl · asist: attend assist · asunto: matter issue affair subject ·
atac ataqu: attack · atras: behind back ago late · audienc: hearing audience court ·
aument: increase ris rose grow up · aun: still even yet · ausen: absen · autobus: bus ·
ayud: help aid assist · azul: blue · baj: low under down below drop fall fell off reduc ·
bala: bullet shot · barri: neighborhood neighbourhood district · bast: enough · bien: well good ·
boca: mouth · bolsa: bag · borr: delet eras · bosqu: forest wood · bosque: forest · brazo: arm ·
brind: give offer provid · buen: good · busc busqu: search seek sought look · caball: horse ·
cabe: head fit · cadena: chain · cae caer cai cay: fall fell drop · caja: box ·
calcul: estimat calculat reckon · calient calor: hot heat warm · call: street silen quiet ·
cama: bed · cambi: chang switch · camin: walk road path way · camion: truck lorr · camis: shirt ·
campan: campaign · campes: peasant farmer · campo: field countryside country · cans: tired ·
cant: sing sang song · cantidad: amount quantit number · cara rostr: face ·
carcel carcelari prision: prison jail · carec: lack no without ·
carg: charge load burden position · carret: road highway · carta: letter charter ·
casa: house home · caso: case · castig: punish · celda: cell · cementer: cemeter grave ·
cen: dinner supper · cerc: near close about · cerr cierr: clos shut · cerro: hill · ciel: sky ·
cien: hundred · ciert: certain true · cinco: five · ciudad: city town citizen ·
ciudadan: citizen civil public · clav: key · cobr: charg earn collect paid pay · coche: car ·
cocin: kitchen cook · cog: took take · colabor: collabor contribut work · com: eat ate food meal ·
combat: fight combat · comenz comienz: begin start began ·
compan: companion mate colleague company accompan · compart: share · comport: behav ·
compr: buy bought purchas · comprend: understand includ · comprob: check verif prov valid ·
comprobant: receipt · comun: communit common · comunicad: statement communiq ·
conced conces: grant award concess · conden: sentenc condemn convict ·
conduct: driver conduct behav · conducta: conduct behav · confi: trust confiden ·
congres: congress · conoc: know knew known meet met aware famil · conse: counsel council advic ·
consegu consig: get got achiev obtain manag · consej: advice council tip · consult: consult ·
cont: tell told count against · contest: answer repl respon · contrasen: password ·
contrat: contract hir · conviv: liv coexist · copia: copy copies backup · corazon: heart ·
corr: run ran · correo: mail email post · cort: cut court short · corte: court · cos: thing sew ·
cose coser: sew · cosech cosecha: harvest crop · costill: rib · cre: believ think thought creat ·
crea cread crear: creat make made set · crec: grow grew ris rose swell · crimen: crime ·
criti: critic · cruz: cross · cuadern: notebook · cuadr: square picture ·
cuart: fourth quarter room · cuartel: barrack · cuatro: four · cubiert cubr: cover · cuell: neck ·
cuenta: account count tell told say · cuerp: body bodies corps · cuest: cost matter question ·
cuid: care · culp: guilt blame fault · cultiv: crop grow farm ·
cumpl: compl fulfil turn reach mark keep honor honour serv meet · cura: priest cure ·
custodi: custod guard · dan dano danos: damage harm hurt · dat: data fact date ·
deb: must should owe due have ought · decen: dozen ten decade ·
deci dice dich dij: say said saying tell told · declar: testif declar stat said told ·
declarac: statement declar testim · dej: leave left let stop allow · delant: front ·
delit: crime offen · demas: other rest too · demor: delay · dentro: inside within ·
denunci: report denounc complain claim accus alleg · deport: deport · derech: right law ·
derechos: right · derrumb: landslide collaps · desaloj: evict · desapar: disappear missing vanish
·
desaparic: disappear missing · desarroll: develop · descans: rest · descub: discover found reveal
·
desde: since from · desea: want wish · desemple: unemploy jobless · desigual: inequal ·
despach: office · desped despid: dismiss fire laid lay farewell · despert: wake woke ·
desplaz desplazad: displac · despues: after later then · detall: detail ·
deten detien detuv: arrest detain stop held · detenc: arrest detent custody · deud deuda: debt ·
devolv devuel: return give back sent · dia dias: day · diari: daily day newspaper diary ·
diciembr: december · diez: ten · dificil: difficult hard · diner: money cash fund ·
dio dios: gave god · diput: deput congress lawmaker legislat · dir: told said tell ·
dirig: lead led head direct leader address · disculp: apolog excus sorry · discurs: speech ·
dispar: shot shoot fire · disponib: avail · dispositiv: device · disput: disput · doce: twelve ·
docena: dozen · dol: pain hurt · domingo: sunday · dorm duerm: sleep slept ·
dos: two both couple twice · doscient: two hundred · droga: drug · dud: doubt · duen dueñ: owner ·
dur: hard last tough · durant: during for over throughout · ech echar: throw threw ·
edad: age old · edific: building · ejecuc: execut kill · ejecut: run execut carr ·
ejempl: example · ejerc: exerci · ejercit: army military · elecc: elect choice ·
elector: elect voter · electronic: mail email electronic elect · eleg: choos chose pick elect ·
elimin: remov delet elimin · embarg: however embarg seiz · emergenc: emergen ·
emp empez empiez: begin began start · emplead empleo: job work employ ·
empres: company business firm compan · empresa: company firm business · encabez: head led lead ·
encarcel: jail imprison prison · encarec: price expensive rais drove driv cost ·
encarg: charge respons order law enforc maintain · encargo: order commission ·
encierr: lock confin behind · encima: top above over · encontr encuentr: found find meet met ·
enemig: enem · energ: energy power · enero: january · enferm: sick ill patient nurse disease ·
enfrent: face confront · engan: deceiv trick · enlac: link · ensen: teach taught show ·
enter enteramente: whole entire learn · enterr: bur · entierr: burial funeral ·
entreg: hand deliver gave give surrender · entrev entrevist: interview ·
envi enviar: send sent dispatch · epoc: time era period ·
equip: team equipment device kit computer · escal: scale ladder stair · escap: escap fled flee ·
escasez: shortage scarc · escon: hid · escrib escrit: writ wrote · escuch: listen hear heard ·
escuel: school · espald: back · esper: wait hope expect · espos: wife husband spouse ·
esquin: corner · estacion: station season · estad: state stat been · estudi: stud ·
evit: avoid prevent avert keep · excepc: emergency excep · exig: demand requir call · exili: exil
·
exit: success · expedient: file case record dossier · explic: expla · extors: extort ·
extran: strange miss · extranj: foreign abroad · fabric: factor · facil: eas simple ·
fallec: die dead death pass · fallo: ruling verdict fail · falt: lack miss short absen need ·
famili: famil relative · febrer: februar · fech: date · feli: happ · fierr: iron · fij: fix ·
fin: end final · firm: sign · fiscal: prosecut attorney · fond: fund bottom background underlying
·
fosa: grave pit · foto: photo picture · frent: front face outside before · fri: cold ·
fronter: border · frontera: border frontier · fue: was went · fueg: fire · fuent: source fountain
·
fuente: source · fuer: outside · fuerz: force strength · funcionari: official ·
gan ganar: win won earn · ganad: livestock cattle · garant: guarant safeguard warrant ·
gast: spen expen cost · gasto: spend expen cost · gent: people · gerent: manager · gobern: govern
·
gobiern: government administration · golp: hit beat blow coup struck · grabac: record ·
grand: big large great · grit: shout scream cried cry · grup: group ·
guard: keep kept guard save store · guardi: guard · guerr: war · guerrill: guerrilla rebel ·
guia: guide · gust: like pleas taste · habit: inhabit resident room live · habl: speak spoke talk
·
hac hag hech hiz: do did done mak made fact ago · hambr: hunger hungr famine starv ·
hambrun: famine hunger · hasta: until even up · heladas: frost · herid: wound injur hurt ·
herman: brother sister sibling · hij: son daughter child · histor: histor stor ·
hog: home household · hoj: leaf sheet page · hombr: man men · hombro: shoulder ·
homicid: homicid murder kill · hora horas: hour time · hoy: today now · huel huelg: strike ·
huer: orchard orphan · hues: bone · huir huy: flee fled escap · humana humano: human ·
humild: humble poor · hund: sink sank · identific: identif · iglesia: church · igual: equal same ·
impuest: tax impos · impunid: impunit · incend: fire burn arson · indemniz: compens repar damage ·
indigen: indigen native · inform: report inform · ingres: income enter admi revenue ·
ingreso: income revenue admission entr · inici: begin began start initi ·
intent: try tried attempt · interpret: interpret · inund: flood · invern invier: winter ·
investig: investigat inquir research probe · izquierd: left · jefe: chief head boss leader ·
joven jovenes: young youth · jubil: retire · juec juez jueza: judge · jueg jug: play game ·
jueves: thursday · juici: trial judg · juli: july · juni: june ·
junt: together board along join with · jur: swear swore legal · jurad: jury sworn ·
jurisprud: case law · just: just fair right · justic: justice court · juzg: court tried try judg ·
labi: lip · labor: work labor labour · lado: side · ladron: thief · lament: regret lament ·
lanz: launch throw threw · larga largo: long · leer lei: read · lejan lejos: far distan away ·
leng: language tongue · levant: rise rose raise lift · ley: law act read legal · leyend: legend ·
leyes: law act · libert: freedom liberty release free · libr: free book · lider: leader ·
limpi: clean · linea: line · list: list read · llam: call name known · llan: plain ·
lleg: arriv reach came come got get · llen: full fill ·
llev: take took carry carri brought bring wear wore bear led been has had ·
llor: cry cried weep wept tear · llov lluvi lluvia: rain · loc: mad crazy ·
logr lograr: achiev manag succe · luces luz: light electric power ·
luch lucha: fight struggl fought · luego: then later · lugar: place site spot · lun lunes: monday
·
madr: mother · madrug: dawn early morning · maestr: teacher master ·
magistrad: justice judge magistrate · maiz: corn maize · mal: bad evil wrong poor ill ·
malos: bad ill · manan: tomorrow morning · mand: send sent order command rule ·
manej: manag handl driv · manifest: demonstrat protest express state · mano manos: hand ·
manten mantien mantuv: keep kept maintain remain sustain · mantener: keep maintain ·
maquin: machine · mar: sea · mara maras pandill: gang · march: march demonstrat ·
marco: frame context · marid: husband · mart: tuesday · marz: march · mas: more most ·
masacr: massacre · mat matar: kill murder · matrimon: marriage married · mayo: may ·
mayor: older elder greater largest main most biggest over · mayori: most majorit ·
medi: half mean media middle measure · medica medico medicos: doctor medic physician ·
medicament: medic drug · medio medios: media outlet half means · mejor: best better improv ·
menor: minor child younger least under smaller · menos: less least fewer minus · mensaj: messag ·
mente: mind · mercad: market · mes: month table · meses: month · met: put goal ·
mied: fear afraid scare · miembr: member · mientr: while as · miercol: wednesday · migr: migra ·
mil: thousand · millon: million · min: mine mining · mina: mine · miner: mining mine ·
ministr: minist · mir: look watch · mism: same self itself · mitad: half · moj: wet ·
mont: mount hill · mor muer murier: die dead death · mostr: show sample display ·
motiv: reason motive · mov muev: move · much: much many lot · muert: dead death die kill ·
muestr: show sample · muj: woman women wife · mul: mule · multitud: crowd · mund: world ·
munec muñec: wrist doll · municip: municipal town local · mur: die wall · nac: born birth nation ·
nacion: nation · nad: nothing no swim · narcotraf: drug traffick · nari: nose · navid: christmas ·
neces: need necess · neg nieg: den refus black · negoci: business negotiat deal · nieve: snow ·
nin: child girl boy kid · nivel: level · noch: night evening · nombr: name appoint · nort: north ·
notici: news · noventa: ninety · novi: girlfriend boyfriend fianc · noviembre: november ·
nub: cloud · nuev: new nine again · numer: number · obispo: bishop · obra: work ·
obrer: worker labor labour · obrero: worker labor · obten obtuv: obtain get got · ocho: eight ·
octubr: october · ocult: hid conceal · ocup: occup · ocurr: happen occur took · odi: hate ·
ofici: official office trade · oid oido oy: hear heard ear · ojo ojos: eye · olvid: forget forgot
·
once: eleven · oro: gold · oscur: dark · oton otoñ: autumn fall · otr: other another ·
padr: father parent · pag: pay paid page · pagin: page · pago: pay · pais: country nation ·
paj: bird straw · pal: stick · palabra: word · pan: bread · pantal: screen · papel: paper role ·
par: stop couple · paramilit: paramilit · parec: seem appear look · pared: wall ·
parej: couple partner · part: part left leave party · partid: party game match ·
pas: pass happen spent step went last past walk cross · paso: step pass · pastor: pastor shepherd
·
paz: peace · pec: sin chest · ped pid: ask request demand call urg sought seek · peg: hit stick ·
peligr: danger risk · pelo: hair · pen: sentence penalt prison pain sorrow ·
pens: think thought pension · peor: worse worst · pequen: small little young ·
perd pierd: lose lost loss forgive · perdon: forgiv pardon apolog ·
period: journal newspaper reporter period · periodist: journalist reporter · perit: expert ·
permit: allow permit let · perr: dog · persegu: persecut pursu chase · pertenec: belong ·
pes: weigh despite fish weight · pesc: fish · pescad: fisher fish · pie pies: foot feet ·
piedr: stone rock · piel: skin · piern: leg · piez: piece room · pis: floor apartment ·
plac: plate pleasure badge · plaz: square term deadline plaza · plen: full middle plenary height ·
pobr: poor pover · pobrez: poverty poor · poc: few little bit ·
pod pud pued: can could may might power able · policia policias: police officer · polv: dust ·
pon puest pus: put place set stand · portavoz vocer: spokes · pozo: well · precio: price cost ·
pregunt: question ask · premi: award prize · prend: catch light · prens: press media ·
prensa: press media news · presa preso presos: prisoner inmate jail imprison prison ·
president: president chair · presion: pressure · prest: lend loan provid · prestam: loan ·
presupuest: budget · pretend: intend seek aim · previa previo: prior prev pre before ·
prim: first cousin · principi: begin principle early · problem: problem issue trouble ·
prohib: ban prohibit forbid forbad bar · promet: promis · pronto: soon · propi: own ·
propon propuest: propos · proteccion proteg: protect · proyect: project bill plan ·
prueb: evidence proof test prove · public publicac: publi post · pueb puebl: people town village ·
puent: bridge · puert: port harbor · puerta: door gate · puñ: fist · quebr: break broke ·
qued: remain stay left keep · quej: complain · quem: burn ·
quer quier quis: want love wish willing · quince: fifteen · quint: fifth · quit: take took remove
·
raiz: root · rapid: quick fast rapid · rat: while · razon: reason right · real: real royal ·
rebaj: lower reduc · rebel: rebel · rechaz: reject refus dismiss · recib: receiv get got ·
reclam: demand claim complain · reclus recluso: inmate prison · recomend: recommend advi ·
reconoc: recogni acknowledg admit · record: remember record recall remind · recort: cut ·
recuer: remember remind · recurs: appeal resource petition remedy · red redes: network net ·
refugi: shelter refuge · regimen: regime state emergency · regl regla: rule ·
reglament: rule regulation · regres: return back came · rehen: hostage · reir: laugh ·
relat: story account tell rapporteur · renunci: resign give up · reparac: repar redress ·
repart: deliver distribut · repet: repeat · represal: reprisal retaliat · requis: requir ·
rescat: rescue · resolv: resolv solv · respald: back support · respet: respect ·
respond respuest: answer respon repl · restos: remain · result: result outcome ·
retir: remov withdr retir · retras: delay late · reun: meet met gather · reuni: meet gather ·
revis: review check · rico: rich · riesg: risk · rio rios: river · riv: bank ·
rob: rob steal stole theft · rod: surround · roj: red · romp rot: break broke broken ·
rop tela: cloth · rueda: wheel conference · ruid: noise · sab sup: know knew known learn ·
sac: take took remov pull · sacerdot: priest · sal: leave left go out exit room hall ·
sala: room court hall chamber · salari: wage salar pay · salud sano: health · salv: save ·
sangr: blood bleed · sec: dry dried · sector: sector · secuestr: kidnap abduct ·
sed: thirst headquarters · seguid: follow ·
seguir sigu: follow continu still keep kept remain next · segun: according said say per ·
segur: safe secur insur sure · segurid: secur safe · seis: six · selv: jungle forest ·
seman: week · semej: similar · semill semilla: seed · senado: senat ·
senal: sign point mark said indicat note · sencill: simple easy · senor: lord mr man gentleman ·
sent sient: sit sat feel felt sentence · sentenc: sentence ruling judgment verdict ·
sequ: drought dry · ser: be · ses: session sixty sat · sesion: session log sign sat ·
setent: seventy · sicari: hitm assassin gunm · siete: seven · sigl: centur · signific: mean ·
siguient: follow next below · silenci: silen · sill: chair seat · simpl: simple · sindicat: union
·
sismo terremot: quake · siti: site place · situa: situat · sobrepobl: overcrowd ·
sobreviv: surviv · sociedad: societ · sol: sun only alone single · soldad: soldier troop ·
solicit: request ask appl · solo: only alone · solucion: solution solv fix · son: sound dream are
·
sonri: smile · sorpr: surpris · sospech: suspect suspic ·
sostien sostuv: maintain hold held argu said say · sub: climb rose rise up upload went ·
subray: stress underlin · sueldo: salar wage pay · suelo: floor ground soil · suert: luck ·
sueñ: dream sleep · sufr: suffer · super: over exceed · sur: south · suspend: suspend · tal: such
·
tambien: also too · tampoco: nor neither either · tard: late afternoon evening take took ·
tarea: task homework work · tech: roof · tem: fear subject topic theme issue · templ: temple ·
temporad: season · tempran: early · ten tien tuv: have has had own hold held ·
tercer tercio: third · termin: end finish term · testig: witness ·
testimon: testimon statement account · tiempo: time weather · tiend: shop store tent ·
tierr: land earth ground soil · tierra: land earth soil ground · tipo: type kind sort guy ·
tir: throw threw shot · tod: all every everyone whole entire · tom: take took taken drink ·
toqu: curfew touch · tormen: storm · tortur: tortur · tra: bring brought ·
trabaj: work job labor labour · traduct: translat interpret · traidor: trait · traje: suit dress ·
tranquil: calm quiet · trasl: transfer mov · trat: treat try tried deal · trato: treat deal ·
traves: across through · trein: thirty · tren: train · tres: three · tribu: tribe ·
tribunal: court tribunal bench · trig: wheat · trist: sad · tumb: tomb grave · turn: shift turn ·
ultim: last latest recent final · unic: only sole unique single · unid: united unit · uno: one ·
urgent: urgent · usa uso: use · usad usand usar: us wear wore · usuari: user · utiliz: us employ ·
vac: cow empt vacan vacation · vag: vague · val: worth valley value brave cost ·
vari: several various · veces vez: time once twice again · vecin: neighbor neighbour resident ·
vehicul: vehicle car · vei ver vio vist: see saw seen watch · veint: twenty · vej vejez viej: old
·
vela: candle · venc: win won defeat expire overcome · vend: sell sold · veng: reveng ·
venir vin: come came · ventan: window · veran: summer · verd: true green truth ·
verific: verif check · vestid: dress · viaj: travel trip journey · vict: victim ·
vid: life live lives · vidri: glass window · vient viet: wind · viernes: friday ·
villa: town village · viol: rape violat violen · visit: visit · vispera: eve day · viud: widow ·
viv: liv alive dwell house · vivien: hous home · voc: spokes vocation · voces voz: voice ·
vol: fly flew flight turn · volv vuelv: return back again · vot: vote ballot · yern: son ·
zap: shoe · zon: area zone district
"""


def _read(text: str) -> dict[str, tuple[str, ...]]:
    table = {}
    for entry in text.split("·"):
        beginnings, _, forms = entry.partition(":")
        for beginning in beginnings.split():
            table[beginning] = tuple(forms.split())
    return table


LEXICON = _read(_LEXICON)
"""Beginnings of Spanish words, without accents, and those of their English renderings."""
