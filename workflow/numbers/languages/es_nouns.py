"""Spanish nouns that are counted, each with the English word that names its concept."""

from __future__ import annotations

from workflow.numbers.table import concepts, words

# Articles, prepositions, pronouns and the commonest verbs: they tell nothing of what is counted.
STOP_WORDS = words("""
el la los las un una unos unas lo al del de a en por para con sin sobre entre hasta desde hacia
según durante tras ante bajo contra y e o u ni que qué quien quienes cual cuyo cuya como cuando
donde si no sí más menos muy ya aún todavía también tampoco solo sólo este esta estos estas ese esa
esos esas aquel aquella aquellos aquellas su sus mi mis tu tus nuestro nuestra se le les me nos te
él ella ellos ellas ha han he hemos haya hayan había habían habrá hubo hay haber ser es son era eran
fue fueron será serán sido siendo está están estaba estaban estuvo estuvieron estar tiene tienen
tenía tenían tuvo tuvieron tener hace hacen hizo hicieron puede pueden pudo debe deben otro otra
otros otras mismo misma mismos mismas cada todo toda todos todas algún alguna algunos algunas varios
varias muchos muchas pocos pocas tanto tan así además mientras aunque pero sino porque pues luego
entonces total años año ayer hoy respectivamente hubieron quedó quedaron
""")

NOUNS = concepts("""
mujer=woman hombre=man varón=man niño=child niña=girl menor=child hijo=child bebé=baby
idioma=language lengua=language ejemplar=copy presupuesto=budget
joven=youth adolescente=youth anciano=elderly mayor=elderly persona=person gente=person
individuo=person familia=family hogar=home vivienda=home casa=home madre=mother padre=father
hermano=brother hermana=sister esposa=wife marido=husband abuelo=grandfather abuela=grandmother
murió=death murieron=death muere=death mueren=death falleció=death fallecieron=death
huyó=flee huyeron=flee escapó=flee escaparon=flee liberaron=release
muerto=death muerte=death fallecido=death fallecimiento=death fallecida=death deceso=death
asesinato=death asesinado=death homicidio=death homicidios=death feminicidio=femicide
femicidio=femicide herido=injury lesionado=injury víctima=victim sobreviviente=survivor
superviviente=survivor desaparecido=disappearance desaparición=disappearance detenido=arrest
detención=arrest arresto=arrest arrestado=arrest capturado=arrest captura=arrest preso=prisoner
prisionero=prisoner recluso=prisoner interno=prisoner reo=prisoner condenado=conviction
condena=conviction absuelto=acquittal acusado=defendant imputado=defendant procesado=defendant
testigo=witness juez=judge jueza=judge magistrado=judge fiscal=prosecutor abogado=lawyer
perito=expert experto=expert secretario=clerk funcionario=official policía=police agente=officer
oficial=officer guardia=guard custodio=guard coronel=colonel sargento=sergeant capitán=captain
teniente=lieutenant
soldado=soldier militar=soldier civil=civilian
guerrillero=guerrilla pandillero=gang paramilitar=paramilitary rebelde=rebel manifestante=protester
periodista=journalist reportero=journalist activista=activist defensor=defender líder=leader
lideresa=leader dirigente=leader campesino=farmer agricultor=farmer indígena=indigenous
obrero=worker trabajador=worker empleado=employee desempleado=unemployed maestro=teacher
profesor=teacher docente=teacher alumno=student estudiante=student médico=doctor doctor=doctor
enfermero=nurse enfermera=nurse paciente=patient enfermo=patient migrante=migrant
inmigrante=migrant refugiado=refugee desplazado=displaced bombero=firefighter deportado=deportee
exiliado=exile
turista=tourist pasajero=passenger conductor=driver vecino=inhabitant habitante=inhabitant
ciudadano=citizen votante=voter elector=voter diputado=lawmaker senador=senator ministro=minister
alcalde=mayor concejal=councilor candidato=candidate delegado=delegate miembro=member socio=member
voto=vote favor=favor contra=against abstención=abstention partido=party escaño=seat
caso=case denuncia=complaint queja=complaint demanda=lawsuit juicio=trial sentencia=ruling
informe=report testimonio=testimony orden=order cargo=charge delito=crime crimen=crime
ataque=attack agresión=attack atentado=attack bombardeo=bombing masacre=massacre
enfrentamiento=clash protesta=protest marcha=march huelga=strike desalojo=eviction
violación=violation abuso=abuse amenaza=threat secuestro=kidnapping tortura=torture robo=robbery
cárcel=prison prisión=prison penal=prison centro=center celda=cell cuerpo=body cadáver=body
fosa=grave restos=remains país=country estado=state región=region provincia=province
departamento=department municipio=municipality ciudad=city pueblo=town aldea=village
comunidad=community barrio=neighborhood escuela=school colegio=school hospital=hospital
iglesia=church empresa=company organización=organization institución=institution
sindicato=union banco=bank tienda=shop mercado=market carretera=road puente=bridge río=river
bosque=forest árbol=tree animal=animal vaca=cow caballo=horse perro=dog gato=cat libro=book
página=page carta=letter documento=document foto=photo mensaje=message llamada=call
vehículo=vehicle coche=car carro=car automóvil=car camión=truck autobús=bus bus=bus avión=plane
barco=ship lancha=boat arma=weapon fusil=rifle pistola=pistol bala=bullet disparo=shot bomba=bomb
misil=missile dron=drone comida=food alimento=food medicina=medicine medicamento=medicine
agua=water petróleo=oil salario=wage sueldo=wage ingreso=income gasto=spending deuda=debt
pobreza=poverty pib=gdp
multa=fine impuesto=tax precio=price punto=point gol=goal victoria=win derrota=loss empate=draw
oro=gold plata=silver bronce=bronze medalla=medal cama=bed mesa=table silla=chair puerta=door
pregunta=question respuesta=answer día=day semana=week mes=month hora=hour minuto=minute
norte=north sur=south este=east oeste=west lunes=monday martes=tuesday miércoles=wednesday
jueves=thursday viernes=friday sábado=saturday domingo=sunday unidos=united españa=spain
alemania=germany francia=france italia=italy reino=kingdom inglaterra=england brasil=brazil
brasileño=brazil estadounidense=american español=spain francés=france alemán=germany
chino=china rusia=russia ruso=russia ucrania=ukraine inglés=english marruecos=morocco
grecia=greece turquía=turkey japón=japan corea=korea rural=rural urbano=urban público=public
privado=private extranjero=foreign nacional=national local=local nuevo=new viejo=old rico=rich
pobre=poor blanco=white negro=black rojo=red verde=green azul=blue
alto=high altura=high largo=long longitud=long ancho=wide anchura=wide profundidad=deep
profundo=deep hondo=deep grosor=thick espesor=thick grande=large pequeño=small
primero=first último=last derecha=right izquierda=left liberado=release puesto=release
nacimiento=birth nacido=birth parto=birth matrimonio=marriage divorcio=divorce aborto=abortion
embarazada=pregnant manzana=apple naranja=orange pan=bread huevo=egg leche=milk carne=meat
pescado=fish pez=fish pájaro=bird ave=bird planta=plant flor=flower isla=island montaña=mountain
mar=sea playa=beach lago=lake edificio=building apartamento=apartment piso=floor habitación=room
cuarto=room ventana=window calle=street camino=road plaza=square parque=park
nieto=grandchild tío=uncle tía=aunt sobrino=nephew sobrina=niece viuda=widow viudo=widower
huérfano=orphan gemelo=twin hincha=fan aficionado=fan jugador=player entrenador=coach
árbitro=referee nadador=swimmer corredor=runner futbolista=footballer cantante=singer
bailarín=dancer escritor=writer pintor=painter poeta=poet cineasta=filmmaker científico=scientist
investigador=researcher ingeniero=engineer arquitecto=architect químico=chemist cirujano=surgeon
partera=midwife comadrona=midwife psicólogo=psychologist farmacéutico=pharmacist
bibliotecario=librarian panadero=baker pescador=fisherman jornalero=worker ganadero=rancher
cocinero=cook camarero=waiter mesero=waiter chofer=driver camionero=trucker piloto=pilot
marinero=sailor marino=sailor buzo=diver rescatista=rescuer socorrista=lifeguard becario=intern
jubilado=retiree pensionista=pensioner dueño=owner propietario=owner inquilino=tenant heredero=heir
accionista=shareholder inversor=investor inversionista=investor comprador=buyer vendedor=seller
cliente=customer usuario=user suscriptor=subscriber lector=reader oyente=listener asistente=attendee
invitado=guest huésped=guest ganador=winner rehén=hostage ladrón=thief asaltante=robber
sicario=hitman narcotraficante=trafficker contrabandista=smuggler espía=spy sospechoso=defendant
cómplice=accomplice regidor=councilor gobernador=governor embajador=ambassador rey=king reina=queen
obispo=bishop sacerdote=priest monja=nun musulmán=muslim cristiano=christian judío=jew sordo=deaf
ciego=blind peatón=pedestrian fumador=smoker zorro=fox tejón=badger lobo=wolf oso=bear ciervo=deer
venado=deer jabalí=boar conejo=rabbit liebre=hare ratón=mouse rata=rat ardilla=squirrel oveja=sheep
cabra=goat cerdo=pig burro=donkey mula=mule toro=bull ternero=calf gallina=hen pollo=chicken
gallo=rooster pato=duck ganso=goose paloma=pigeon águila=eagle buitre=vulture búho=owl loro=parrot
ballena=whale delfín=dolphin tiburón=shark foca=seal tortuga=turtle rana=frog serpiente=snake
culebra=snake lagarto=lizard mono=monkey simio=ape elefante=elephant león=lion tigre=tiger
jirafa=giraffe cebra=zebra hormiga=ant abeja=bee araña=spider mariposa=butterfly gusano=worm
cangrejo=crab langosta=lobster camarón=shrimp gamba=shrimp atún=tuna ganado=cattle cachorro=puppy
teléfono=phone móvil=phone celular=phone computadora=computer ordenador=computer pantalla=screen
cámara=camera reloj=clock llave=key caja=box bolsa=bag saco=sack botella=bottle vaso=glass taza=cup
plato=plate cuchillo=knife tenedor=fork cuchara=spoon olla=pot horno=oven manta=blanket
cobija=blanket colchón=mattress almohada=pillow toalla=towel camisa=shirt camiseta=shirt
pantalón=trousers zapato=shoe bota=boot sombrero=hat abrigo=coat guante=glove anillo=ring joya=jewel
cuadro=painting pintura=painting canción=song película=film largometraje=film cuento=story
poema=poem entrada=ticket boleto=ticket moneda=coin factura=invoice recibo=receipt tarjeta=card
sello=stamp periódico=newspaper revista=magazine capítulo=chapter párrafo=paragraph palabra=word
encuesta=survey sondeo=survey correo=email enlace=link archivo=file carpeta=folder pared=wall
muro=wall techo=roof tejado=roof escalera=stair ascensor=elevator pasillo=hallway cocina=kitchen
baño=bathroom dormitorio=bedroom jardín=garden granja=farm finca=farm campo=field huerto=orchard
invernadero=greenhouse pozo=well tubería=pipe presa=dam embalse=reservoir fábrica=factory
taller=workshop almacén=warehouse bodega=warehouse oficina=office despacho=office sucursal=branch
biblioteca=library librería=bookstore museo=museum teatro=theater cine=cinema estadio=stadium
piscina=pool gimnasio=gym aeropuerto=airport puerto=port estación=station tren=train
bicicleta=bicycle bici=bicycle motocicleta=motorcycle moto=motorcycle furgoneta=van camioneta=pickup
grúa=crane buque=ship barca=boat bote=boat balsa=raft yate=yacht velero=sailboat cohete=rocket
tanque=tank granada=grenade cerro=hill colina=hill desierto=desert selva=jungle cascada=waterfall
arroyo=stream acantilado=cliff cueva=cave piedra=stone roca=rock nube=cloud tormenta=storm
huracán=hurricane terremoto=earthquake sismo=earthquake temblor=earthquake incendio=fire
inundación=flood sequía=drought ola=wave estrella=star semilla=seed hoja=leaf raíz=root rama=branch
fruta=fruit pera=pear plátano=banana uva=grape limón=lemon cebolla=onion papa=potato patata=potato
zanahoria=carrot maíz=corn trigo=wheat arroz=rice frijol=bean café=coffee azúcar=sugar queso=cheese
vino=wine cerveza=beer jugo=juice pastel=cake galleta=cookie ley=law decreto=decree tratado=treaty
convenio=agreement acuerdo=agreement contrato=contract permiso=permit licencia=license
pasaporte=passport solicitud=application apelación=appeal propuesta=proposal enmienda=amendment
proyecto=project reunión=meeting encuentro=meeting audiencia=hearing viaje=trip vuelo=flight
torneo=tournament carrera=race juego=game temporada=season campeonato=championship premio=prize
beca=scholarship curso=course examen=exam daño=damage pérdida=loss ganancia=profit venta=sale
compra=purchase préstamo=loan hipoteca=mortgage cuenta=account inversión=investment subsidio=subsidy
ayuda=aid empleo=job despido=layoff choque=crash tiroteo=shooting enfermedad=disease
contagio=infection brote=outbreak vacuna=vaccine dosis=dose cirugía=surgery trasplante=transplant
tratamiento=treatment síntoma=symptom frontera=border cementerio=cemetery campamento=camp
albergue=shelter refugio=shelter guardería=nursery aula=classroom torre=tower castillo=castle
palacio=palace templo=temple mezquita=mosque sinagoga=synagogue catedral=cathedral capilla=chapel
allanamiento=raid redada=raid cateo=search rescate=rescue naufragio=shipwreck embarcación=boat
patera=boat pandilla=gang banda=gang cartel=cartel fusilamiento=execution ejecución=execution
ahorcamiento=hanging exhumación=exhumation indulto=pardon amnistía=amnesty fianza=bail
prueba=evidence pista=clue huella=fingerprint hallazgo=finding recomendación=recommendation
medida=measure derecho=right obligación=obligation vista=hearing
traslado=transfer fuga=flee motín=riot golpiza=beating paliza=beating puñalada=stabbing
latigazo=lash
""")
