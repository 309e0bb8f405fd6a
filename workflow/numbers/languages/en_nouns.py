"""English nouns that are counted: irregular forms and synonyms of the words that name concepts."""

from __future__ import annotations

from workflow.numbers.table import concepts, words

STOP_WORDS = words("""
the a an of to in on at by for from with without and or nor but as if when where while than then
that which who whom whose what this these those there here it its he she they them his her their him
we us our you your i me my be is are was were been being am has have had having do does did will
would can could shall should may might must not no yes so too very also just only even still yet
already more less most least some any each every all both other others another such same own about
over under up down out into onto off again between among during after before since until against
per both while whereas although because s t total years year yesterday today respectively
""")

NOUNS = concepts("""
abortion abstention abuse acquittal activist against american animal answer apartment apple attack
baby bank beach bed bird birth black blue boat body bomb bombing book brazil bread bridge bronze
brother building bullet bus call candidate car case cat cell center chair charge child china
church citizen city civilian clash clerk community complaint conviction councilor country cow
crime day death debt defendant defender delegate department deportee disappearance divorce doctor
document dog door draw driver drone east egg elderly employee england english eviction exile
expert family farmer favor fine firefighter first fish floor
gdp poverty flower food foreign forest france friday gang
germany girl goal gold grandfather grandmother grave greece green guard guerrilla home horse
hospital hour husband income indigenous inhabitant injury institution island italy japan
journalist judge kidnapping kingdom korea lake large last lawmaker lawsuit lawyer leader left
letter local loss man march market marriage massacre mayor meat medal medicine member message
migrant milk minister minute missile monday month morocco mountain municipality national
neighborhood new north nurse officer oil old orange order organization page paramilitary park
party passenger patient person photo pistol plane plant point police pregnant price prison
prisoner private prosecutor protest protester province public question rebel red refugee region
release remains report rifle right river road robbery room ruling rural russia saturday school sea
seat senator ship shop shot silver sister small soldier south spain spending square street strike
student sunday survivor table tax teacher testimony threat thursday torture tourist town tree
trial truck tuesday turkey ukraine unemployed union united urban vehicle violation vote voter wage
water weapon wednesday week west white wife win window witness woman worker youth
women=woman female=woman females=woman men=man male=man males=man children=child kid=child
boy=child son=child minor=child people=person persons=person individual=person household=home
house=home families=family mother=mother moms=mother father=father youths=youth teenager=youth
language copy budget
teen=youth adolescent=youth young=youth senior=elderly older=elderly elders=elderly dead=death
died=death killed=death killing=death killings=death murder=death murdered=death homicide=death
fled=flee escaped=flee flee=flee escape=flee freed=release released=release
die=death dies=death dying=death slain=death
fatality=death deceased=death feminicide=femicide femicide=femicide injured=injury wounded=injury
hurt=injury victim=victim missing=disappearance disappeared=disappearance detainee=arrest
detained=arrest arrested=arrest arrest=arrest detention=arrest captured=arrest inmate=prisoner
imprisoned=prisoner jailed=prisoner convicted=conviction convict=conviction sentenced=conviction
acquitted=acquittal accused=defendant suspect=defendant charged=defendant testified=witness
magistrate=judge attorney=lawyer policeman=police policemen=police policewomen=police cop=police
agent=officer military=soldier troop=soldier troops=soldier serviceman=soldier servicemen=soldier
reporter=journalist campaigner=activist peasant=farmer native=indigenous laborer=worker
labourer=worker workers=worker professor=teacher pupil=student physician=doctor medic=doctor
immigrant=migrant deported=deportee exiled=exile resident=inhabitant neighbour=inhabitant
neighbor=inhabitant deputy=lawmaker deputies=lawmaker legislator=lawmaker congressman=lawmaker
councillor=councilor
favour=favor kilometre=kilometer centre=center labour=labor denunciation=complaint suit=lawsuit
judgment=ruling verdict=ruling sentence=ruling assault=attack bombings=bombing confrontation=clash
demonstration=protest rape=violation abduction=kidnapping jail=prison penitentiary=prison
bodies=body corpse=body corpses=body countries=country cities=city village=village
hamlet=village neighbourhood=neighborhood company=company firm=company companies=company
business=company organisation=organization store=shop highway=road automobile=car lorry=truck
airplane=plane aircraft=plane vessel=ship gun=weapon drug=medicine medication=medicine
high tall=high height=high long length=long wide width=wide deep depth=deep thick
colonel sergeant captain lieutenant thickness=thick
salary=wage pay=wage earnings=income expenditure=spending penalty=fine victory=win wins=win
defeat=loss losses=loss tie=draw spanish=spain spaniard=spain german=germany french=france
italian=italy british=kingdom uk=kingdom chinese=china russian=russia ukrainian=ukraine
brazilian=brazil us=united usa=united state=state states=state freed=release released=release
born=birth married=marriage divorced=divorce poor=poor rich=rich foreigner=foreign fishes=fish
official=official secretary=clerk secretaries=clerk policewoman=police guerrillas=guerrilla
gangs=gang displaced=displaced specialist=expert sailor=sailor apples=apple
accomplice account agreement aid airport ambassador amendment amnesty ant ape appeal application
architect attendee aunt badger bag bail baker banana bathroom bean bear beating bedroom bee beer
bicycle bishop blanket blind boar bookstore boot border bottle box branch bull butterfly buyer cake
calf camera camp card carrot cartel castle cathedral cattle cave cemetery championship chapel
chapter cheese chemist chicken christian cinema classroom cliff clock cloud clue coach coat coffee
coin computer contract cook cookie corn course crab crane crash cup customer dam damage dancer deaf
decree deer desert disease diver dolphin donkey dose drought duck eagle earthquake elephant elevator
email engineer evidence exam execution exhumation factory fan farm field file film filmmaker finding
fingerprint fire fisherman flight flood folder footballer fork fox frog fruit game garden giraffe
glass glove goat goose governor grandchild grape greenhouse grenade guest gym hallway hanging hare
hat hearing heir hen hill hitman hostage hurricane infection intern investment investor invoice jew
jewel job juice jungle key king kitchen knife lash law layoff leaf lemon librarian library license
lifeguard link lion listener lizard loan lobster magazine mattress measure meeting midwife monkey
mortgage mosque motorcycle mouse mule museum muslim nephew newspaper niece nun nursery obligation
office onion orchard orphan outbreak oven owl owner painter painting palace paragraph pardon parrot
passport pear pedestrian pensioner permit pharmacist phone pickup pig pigeon pillow pilot pipe plate
player poem poet pool port pot potato priest prize profit project proposal psychologist puppy
purchase queen rabbit race raft raid rancher rat reader receipt recommendation referee rescue
rescuer researcher reservoir retiree rice ring riot robber rock rocket roof rooster root runner sack
sailboat sale scholarship scientist screen seal search season seed seller shareholder shark sheep
shelter shipwreck shirt shoe shooting shrimp singer smoker smuggler snake song spider spoon spy
squirrel stabbing stadium stair stamp star station stone storm story stream subscriber subsidy sugar
surgeon surgery survey swimmer symptom synagogue tank temple tenant theater thief ticket tiger
tournament towel tower trafficker train transfer transplant treatment treaty trip trousers trucker
tuna turtle twin uncle user vaccine van vulture waiter wall warehouse waterfall wave well whale
wheat widow widower wine winner wolf word workshop worm writer yacht zebra grandchildren=grandchild
grandson=grandchild granddaughter=grandchild supporter=fan trainer=coach tenants=tenant
visitor=guest mice=mouse geese=goose wolves=wolf calves=calf knives=knife leaves=leaf
client=customer mobile=phone telephone=phone cellphone=phone pants=trousers movie=film feature=film
depot=warehouse theatre=theater motorbike=motorcycle bike=bicycle quake=earthquake blaze=fire
wildfire=fire pact=agreement licence=license award=prize jab=vaccine doses=dose illness=disease
poll=survey daycare=nursery dinghy=boat bishops=bishop legislation=law journey=trip
burglar=thief thieves=thief spies=spy monkeys=monkey donkeys=donkey subsidies=subsidy
surgeries=surgery injections=dose flooding=flood floods=flood rocks=rock pupils=student jobs=job
dismissal=layoff redundancies=layoff riots=riot lashes=lash
""")
