"""What people talk about when they say why they want to meet somebody: how its words begin, in four languages."""

from __future__ import annotations

from functools import cache

_TOPICS = """
application: cv cvs resume lebenslauf curriculum curriculo bewerbung bewerbe bewerben beworben candidatur candidature
  candidatura portfolio reel apply applied applying application applicant postul postuler postule onsite referee
jobhunt: unemployed carpenter cook nurse out since moved work works back studied degree finishing finish graduating conservatory
  schliesse studium abschluss elternzeit koch schreiner land see tatig kapitan paro carpintero actriz termino acabo carrera
  enfermera demenage chomage menuisier infirmiere termine acheteur diplome rejoindre integrar
  job jobs unemployed redundan laid internship intern graduate graduated graduating studiert berufseinsteiger
  praktikum stage alternance practicas empleo trabajo emploi boulot arbeit arbeitslos stelle stellen place placement
  trainee apprentice ausbildung freelance selbstandig recruiter orientiere absprung umschauen wechseln reconversion
  cierran ferme posting staffing junior bootcamp qualified dienst anfangen schnuppern
vacancy: department rebuild rebuilding budget seek seeking need needs chair board director abteilung personalabteilung haus
  leitung brauchen suchen departamento necesitamos buscamos junta nouvelle cherchons cherche refaisons service future
  vacancy vacancies opening openings vacante poste puesto position positions role roles hire hiring hired hires
  recruit recruiting recrute recrutons recruter einstellen einstellt besetzen besetze contratar contratando contrato
  fichar embauche embaucher staff stelle offen successor nachfolg replacement team equipo equipe verstarkung
headhunt: client mandant mandanten candidate candidates kandidat kandidatin candidato candidat retained search executive
  poach move wechsel cambio switch headhunt recherche profil chasseur receptive receptif reizen abwerben offer
role: engineer engineers developer developers designer manager director directora directeur directrice leiter leiterin
  entwickler entwicklerin ingenieur ingeniero ingenieure analyst scientist nurse pflegedirektion accountant buchhalter
  buchhalterin comptable treasurer cfo cto coo ceo head lead coordinator teacher chef jefe responsable acheteuse
money: invested invertir inviertan invierten invierte inversores investiert investieren investition gesellschafter anteil
  anteile shareholder minority stake accionista actionnaire investir investit investisse argent dinero 200k 100k 300k 500k
  raise raising raised raises round rounds seed series invest invests investing investor investors investment angel
  angels capital capitalista fund funds funding fundraising term cheque cheques valuation cap ticket tour levee leve levons
  lever levantando levantar ronda inversion inversor inversores financiacion financement finanzierung kapital geldgeber
  investoren beteiligung beteiligungspartner beteiligen eur euro euros vc vcs backer backers bridge pitch deck patent
  patente invest money dinero geld equity 1m 2m 3m 4m 5m millones millionen
venture: startup startups founder founders cofounder grunden grundung grunder gegrundet emprend fundador fundadora
  fondateur boite company venture societe entreprise
sell: rent rents renting rental lease make makes manufacture manufactures build builds design import imports importing export
  deliver delivers delivery install repair repairs print prints clean cleans cleaning translate translates train trains
  training teach deal tariff tariffs rate rates wholesale retailer retail shelves goods label labels tyres fertiliser
  equipment furniture consulting customers bieten bietet anbieten vermieten verleihen stellen herstellen bauen baut
  importieren exportieren drucken reinigen ubersetzen schulen schulung ware waren material geschaft kundin auftrag auftrage
  anbieter abnehmer gebrauchen brauchbar senkt gunstig gunstiger alquilamos alquilar alquiler fabricamos fabricar
  construimos construir importamos importar exportamos distribuimos distribuir instalamos reparamos limpiamos imprimimos
  traducimos llevamos tarifas tarifa mercancia envases etiquetas utiles barato baratos material obras louons louer location
  fabriquons fabriquer construisons importons distribuons installons reparons nettoyons imprimons traduisons tenons tarif
  tarifs marchandise emballages etiquettes materiel proposons proposer fournissons livrons interesse interesser
  sell sells selling sold sale sales supplier suppliers supply supplies supplying product products solution solutions
  platform software tool tools offer offering price prices priced pricing quote quotation demo customer customers client
  clients cliente clientes kunde kunden buyer buyers buy buys purchase purchasing procurement tender tenders vendor
  discount catalog catalogue stock order orders sample samples save saves saving savings cut cuts reduce reduces cost
  costs cheaper budget contract licence license telemetry sensor sensors machine machines verkaufen verkauft verkaufe
  vertrieb liefern lieferant lieferanten angebot angebote produkt produkte losung preis preise einkauf anlage kabel
  pumpen maschine maschinen zelle zahler filter hersteller system vendemos vendo vender venta ventas comprar compras
  proveedor precio precios producto productos solucion seguros semillas oferta ofrecemos motor ahorra ahorrar
  ahorro vendons vend vendre vente offre prix fournisseur fournisseurs achat achats produit produits logiciel gamme
  brochure cablage connecteurs economiser gagner service services dienstleistung prozent percent insurance catering
  packaging freight fleet flota pilot dashboard scanner ovens lits gear distribute retainer agency contractors place
learn: impostor terrified coped manage managing manager mistakes tell explain explains explaining hear listen understand become
  becoming wants hopes dream step made offer accept choice choosing change changing switch starting opening wonder idea clue
  terrified slightly coffee counsel mind unsicher anfange beginne angefangen erklaren erzahlen auskunft auskunfte werden
  beruf alltag fehler rat wissen durchgemacht empiezo empezar empece oriente orienta orientar orientarme perdida perdido
  explicar explique contar contarme cuente saber quiere sobrina duerme papeles commencer debute debuter expliquer raconter
  savoir devenir perdue perdu niece seul choisir chemin
  advice advise mentor mentors mentoring guidance learn learning learned lessons thesis dissertation phd student
  student students studying studies study career careers curious opinion experience experiences decide decision deciding
  unsure scared nervous lost depth stuck perspective insight insights understand wondering questions brain brains choose
  path paths promoted promotion rat ratschlag tipps tipp fragen lernen lerne studium bachelorarbeit masterarbeit
  doktorarbeit promoviere abschlussarbeit uberlege uberlegen entscheidung erfahrung erfahrungen verstehen consejo consejos
  aprender dudas duda tesis carrera experiencia preguntas preguntarle decidir entender estudio estudiante caso conseil
  conseils avis memoire these etudes etudiante etudiant questions hesite hesiter comprendre apprendre metier experience
  parcours mentorat opositar oposicion meister ubernimmt nachfolge krise
report: bulletin newsletter book chapter author writes curate festival moderate debate programme broadcast studio show shows
  heft blatt stadtblatt buch kapitel autorin moderiere debatte radiosendung lokalradio boletin libro capitulo debate emisora
  especial locutor bulletin livre chapitre revue debat chronique emission filmons
  journalist journalists reporter reporting interview interviews interviewing article articles story stories piece
  podcast podcasts episode episodes season radio magazine magazin newspaper newspapers paper documentary film broadcast
  camera microphone guest guests speaker speakers panel panels keynote stage quote listeners readers blog writing
  journalistin artikel beitrag zeitung zeitschrift reportage dreh drehen sendung portrat interviewen redaktion gast
  periodista periodistas articulo reportaje entrevista entrevistar revista prensa programa documental declaracion voz
  journaliste journalistes journal reportage interviewer entretien micro antenne emission article roman extrait dossier
  camera presse pressestelle series feature column profile blogger record
join: institution school schools university college museum club church orchestra choir theatre theater library council
  chamber community volunteers volunteer back backing stand behind support supports supporting sponsor sponsoring agreement
  shelter hospice group together bring share working common offer schule hochschule universitat museum klub kirche orchester
  chor theater bibliothek kammer gemeinde stadt unterstutzen unterstutzt unterstutzung forderer forderprojekt vereinbarung
  weingut regatta escuela colegio universidad museo parroquia orquesta teatro biblioteca camara ayuntamiento ateneo apoye
  apoyar apoyo convenio acuerdo concurso ciclo jornadas carrera ecole lycee universite musee eglise orchestre choeur
  theatre bibliotheque chambre mairie soutenir soutien parrainer tournoi accord concours festival
  partner partners partnership partnerships collaborate collaboration collaborating collab together joint jointly
  alliance project projects pilot sponsor sponsors patron charity foundation nonprofit ngo association consortium research
  programme program exhibition festival integrate integration integrates complement common shared cowork host booth summit
  kooperation kooperieren zusammenarbeit zusammenarbeiten gemeinsam gemeinsame gemeinsames projekt projekts verein
  stiftung forschung forschungsprojekt erganzen partnerschaft haus hauser socio socios alianza alianzas colaborar
  colaboracion proyecto conjunto conjunta juntos fundacion asociacion patrocinador patrocinio partenaire partenaires
  partenariat projet ensemble association fondation exposition collection mecene tester dataset donaciones
private: motorbike guitar piano dog cat husband wife surprise birthday knee back running school childhood remember old found
  wallet glasses lost hund katze motorrad brille gefunden verloren uberraschen frau mann schulzeit moto perro gafas encontre
  perdi marido mujer colegio chien chat moto lunettes retrouve perdu mari femme
  wedding mother father daughter son birthday school fair lawyer solicitor doctor holiday garden room rooms boat
  family choir grandmother neighbour neighbor cute hotel party dinner house flat insurer number hochzeit heiraten enkelin
  tochter sohn geburtstag urlaub zimmer anwalt steuerberater nachbar boda hija hijo abogado herencia cumpleanos coro casa
  mariage fille fils anniversaire vacances avocat voisin maison echarpe nummer numero auditorio
"""


def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    topic = ""
    for line in _TOPICS.strip().splitlines():
        name, colon, words = line.partition(":")
        topic = name if colon else topic
        for word in (words if colon else line).split():
            found.setdefault(word, []).append(topic)
    return {word: tuple(dict.fromkeys(topics)) for word, topics in found.items()}


_TABLE = _table()
_SHORTEST_STEM = 5
_LONGEST_ENDING = 4


@cache
def topics_of(word: str) -> tuple[str, ...]:
    """What this folded word is about; a longer form of a known word is about the same."""
    for end in range(len(word), max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING) - 1, -1):
        if word[:end] in _TABLE:
            return _TABLE[word[:end]]
    for start in range(1, len(word) - _SHORTEST_STEM):  # Filtersystem, Forschungsprojekt
        if word[start:] in _TABLE:
            return _TABLE[word[start:]]
    return _TABLE.get(word, ())
