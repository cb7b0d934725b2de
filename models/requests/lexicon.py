"""What small words do in a request, the same in every language: who speaks, who is spoken to, what is asked or done."""

from __future__ import annotations

import re
from functools import cache


def word_set(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(text.split())


PLACES = word_set(
    """
    at from of in @ with bei beim von vom aus de del en chez du des over inside within
    """
)
"""Between a person and a company."""

TOWARDS = word_set("to for the mit zu an auf fur avec pour con para")
"""Before a place or a thing as often as before a person."""

PEOPLE = word_set("""
    someone somebody anyone anybody whoever person people folks friend friends contact contacts colleague
    colleagues boss buddy mate pal manager founder founders cofounder team recruiter recruiters investor
    investors partner partners owner editor director head lead leader chief officer president chair ceo
    cto cfo coo cmo cio cpo vp hr engineer engineers developer buyer neighbour neighbor cousin client
    maker makers counterpart acquaintance mentor journalist host producer principal agent guy guys lady
    gentleman wife husband brother sister jemand jemanden jemandem leute freund freundin bekannten
    bekannte kollege kollegin kollegen chef chefin leiter leiterin ansprechpartner ansprechpartnerin
    geschaftsfuhrer geschaftsfuhrerin einkaufer einkaufsleiter vorstand inhaber personaler personalchefin
    alguien amigo amiga colega colegas jefe jefa director directora responsable gerente persona personas
    socio socia contacto quelqu'un quelqu ami amie collegue collegues copain copine patron directeur
    directrice gens personne drh dirigeant dirigeante
    """)
"""What a person can be called without being named."""

NOT_ALONE = word_set("contact contacts")
"""Alone these are no people: "your contact" is one, "contact with" is none, and "Vera's contact" is her address."""

TITLES = word_set("""
    dr prof professor mr mrs ms miss mx sir lady lord baroness baron herr herrn frau senor senora sr sra
    don dona monsieur madame mme mlle m maitre ing
    """)
"""Said before a name and no part of it."""

DETERMINERS = word_set("""
    the a an your his her their our some any that this old former ex new right good der die das den dem
    des dein deine deinen deinem deiner ihr ihre ihrem ihren ihrer ein kein einen eine einem einer el los
    las un una tu tus su vuestro une ton ta tes votre vos l le la les d un
    """)
"""Before a person who is not named."""

PRONOUNS = word_set("""
    him her them he she they it this that both each one there ihm ihr ihn ihnen ihre er ella ellos ellas
    elle elles lui lo eux leur su son sa l me us you u ya i we my our yours myself mich uns mir dir dich
    euch ich wir du sie mi nos nosotros ti te usted ustedes moi nous vous toi je
    """)
"""No names; whom they mean stands elsewhere."""

THIRD_PERSONS = word_set(
    """
    him her them he she they his ihm ihr ihn ihnen el le les il ella ellos ellas elle elles lui leur eux
    """
)
"""The pronouns of somebody who is neither the writer nor the reader."""

STOPS = word_set("""
    that who whom whose which because since as so if whether when while for about regarding re concerning
    please pls plz thanks thx and or but by via through this next on sometime asap to before after again
    too also maybe perhaps is are was were would could can will might has have had does did do well enough
    soon possible either how what where why then than be being like just without here today tomorrow
    tonight monday tuesday wednesday thursday friday saturday sunday ahead instead directly personally
    way my our weil da damit um wegen fur bitte dass und oder aber ob zu mal kurz gerne gern vor mein
    meine meinen sehr einmal vielleicht wahnsinnig doch konntest kannst konnen konnten wurde wurdest
    machen herzustellen herstellen bekannt vernetzen verbinden vorstellen kontakt que quien porque para
    por cuando y o si como pues gracias porfa favor es esta seria sobre mis nuestro nuestra cuanto qui
    parce pour car afin et ou stp svp dont merci est serait sur dans mon ma mes notre nos
    """)
"""A phrase that names somebody ends before these, unless they are written like names."""

FILLERS = word_set(
    "doch mal bitte gerne gern vielleicht einmal kurz auch eventuell maybe perhaps please possibly either "
    "directly still a al"
)
"""What may stand between the word of asking and the person."""

THINGS = word_set("""
    number phone email e-mail mail details address cv resume profile deck call meeting quote chat coffee
    word note message way introduction intro connection link line advice question questions opportunity
    role position job time minutes wi-fi wifi vpn slack zoom internet server website nummer telefonnummer
    kontakt kontaktdaten verbindung adresse draht termin gesprach zugang wort zeit lust bier lebenslauf
    profil bewerbung mailadresse numero telefono correo datos curriculum llamada reunion charla entrevista
    cafe puesto coordonnees rendez-vous entretien candidature poste mot discussion
    """)
"""What can be wanted of somebody, and is nobody."""

NOT_PEOPLE = word_set("""
    january february march april may june july august september october november december linkedin zoom
    teams google english german french spanish europe germany france spain series ceo cto cfo coo vp hr
    pdf ai it
    """)
"""Written with a capital, and nobody."""

PARTICLES = word_set("van von der den ter de da di du do dos la el al bin ibn ben mac mc y e")
"""Small words inside a name."""

ALSO_WORDS = word_set("""
    will may mark hope art an my so do le la li long see please great thank thanks happy best dear any in
    on to good can are is was
    """)
"""Names that begin many a sentence as plain words: alone, they are no mention of anybody."""


# A star after the beginning of a word stands for any ending. Of two kinds the one further down counts.
_ENGLISH = """
ARRANGE: arrang* organis* organiz* set setting facilitat* broker* get getting bring bringing make making put putting happen
I: i we i'd i'm i'll i've we're we'd we'll we've im id ill ive
ME: me us myself ourselves
MY: my our mine ours
YOU: you u ya you'd you're you'll you've yourself
YOUR: your ur yours
HE: he she they him her them his their himself herself he's she's they're he'd she'd they'd it'd
SOMEBODY: someone somebody anyone anybody whoever person people folks anyone's somebody's
WHO: who whom which whose who's
FRIEND: friend* contacts acquaintance* colleague* pal mate buddy network connections circle connected linked
CAN: could can cld cud might may would will couldn't can't wouldn't won't able shall couldnt cant
PLEASE: please pls plz kindly grateful appreciat* favour favor mind chance possible possibl* willing comfortable wonder* open obliged thankful debt owe cheeky awkward pressure
FINE: ok okay alright fine happy glad pleased delighted
IF: if whether
WANT: love like want wish dream keen eager hope hoping need trying tried looking hunting after
BRIDGE: introduc* intro intros connect link hook touch acquaint* e-intro bridge door doors foot radar
WORD: word line note name hello hint blurb nod
DONE: introduced connected made sent told mentioned passed opened forwarded vouched put gave shared asked spoke arranged organised organized
RELAY: ask asking tell telling mention mentioning pass passing forward forwarding nudge vouch vouching recommend refer flag drop slip send sending share show raise approach check sound suggest propose persuade convince ping write message text email e-mail ring relay submit invite nudging raise float pop fwd
TALK: talk talking speak speaking chat conversation
KNOW: know knows knew knowing remember close see sees friendly
MEET: meet meeting coffee call lunch minutes mins min interview time hour half demo slot week weeks thursday tuesday monday friday
PAPER: cv resume profile portfolio deck application proposal letter one-pager pitch
REACH: number email e-mail mail phone address details reach
THANK: thanks thank thx cheers
PAST: yesterday last ago already finally was were had did got met came said went signed agreed hired started
OFFER: let offer feel welcome anytime back
NEXT: next this today tomorrow soon
NOT: not never no don't doesn't didn't haven't isn't without
HELP: help helps helping hand
BEHALF: behalf through via
SHOULD: should best right
NEWS: register unsubscribe subscribe webinar newsletter issue ticket tickets invited join event summit code free
"""
_GERMAN = """
ARRANGE: arrangier* organisier* ausmach* machen mach machst drehen besorg* verschaff*
I: ich wir
ME: mich mir uns
MY: mein meine meinen meinem meiner unser unsere unseren unserem unserer
YOU: du dich dir euch ihnen
YOUR: dein deine deinen deinem deiner euer eure euren eurem ihren
HE: er ihm ihn ihr sie seine seinen seinem sein
SOMEBODY: jemand jemanden jemandem wen leute irgendwen
WHO: wer wem welche* welcher
FRIEND: freund* bekannte* bekannter kolleg* kontakte netzwerk kreis vernetzt verbunden befreundet bekannt nachbar* vertraut*
CAN: konnt* koennt* kann kannst konnen wurd* wuerd* mag magst moge* darf durf* liess* liesse
PLEASE: bitte bitten dankbar gefallen moglich* nett lieb freundlich super toll klasse mega verbunden hoflich
FINE: gern gerne
IF: wenn falls ob dass
WANT: mochte mocht* will wollen wunsch* such* brauch* hatt* ware waer* fande
BRIDGE: bekannt vernetz* vorstell* vermitt* verbind* zusammenbring* zusammen einfadel* anbahn* kontakt draht brucke tur ture turen intro zugang herstell* verkupp*
WORD: wort worte zeile* namen gruss
DONE: vorgestellt vermittelt gebracht hergestellt geschickt gefragt gesprochen bekanntgemacht weitergeleitet empfohlen erzahlt gegeben gemacht
RELAY: frag* sag* erzahl* erwahn* weiterleit* weitergeb* schick* empfehl* ansprech* zeig* nenn* schreib* zukommen leg* bescheid ausricht* uberzeug* einleg* geb* gib* vorfuhl* fuhl* anruf* anschreib* horch* nahebring* steck* weiterempfehl*
TALK: red* sprech* unterhalt* austausch* gesprach plausch
KNOW: kenn* kannst weisst
MEET: treffen termin kaffee anruf zeit minuten min stunde kennenlern* kennenzulern* telefonieren lust
PAPER: lebenslauf profil bewerbung unterlagen cv deck konzept nachricht
REACH: nummer telefonnummer kontaktdaten adresse mail mailadresse erreich*
THANK: danke dank dankeschon merci
PAST: gestern letzte* neulich schon hat hatte haben habe war waren wurde hast kam lief getroffen
OFFER: stelle darf anbiet* melde meld* jederzeit
NEXT: nachste* heute morgen bald
NOT: nicht kein* nie ohne
HELP: hilf* helf* hilfe unterstutz*
BEHALF: uber berufen
SHOULD: soll* ansprechpartner* zustandig richtige*
NEWS: anmeld* newsletter veranstaltung einlad* tickets kostenlos jetzt rabatt
"""
_SPANISH = """
ARRANGE: organiz* conseg* consig* montar facilit* gestion* arregl* allan* echar echas
I: yo nosotros
ME: me mi nos nosotros conmigo
MY: mis nuestro nuestra nuestros nuestras
YOU: tu te ti usted ustedes os vos contigo
YOUR: tus su sus vuestro vuestra
HE: el ella ellos ellas le les lo
SOMEBODY: alguien alguno gente persona
WHO: quien quienes cual
FRIEND: amig* contactos conocid* coleg* compañer* companer* red confianza trato cercan* intim* vecin* tuyo tuya
CAN: podr* pued* pod* pudi* quier* querr* habria
PLEASE: favor porfa* agradec* amable amabilidad posible* importa* molesta* ruego rogaria gauchada
FINE: encantad* gusto
IF: si
WANT: gustaria encantaria quisiera quiero necesito buscamos busco queremos intento interesa*
BRIDGE: present* conect* contacto contact* puente puerta intro introduccion enlace vincul* intercedier* interced* relacion
WORD: palabra nombre saludo linea
DONE: presentaste presentado presentaron pusiste puesto hablaste hablado enviado dijiste pasaste
RELAY: habla* habl* pregunt* dile dig* decir* coment* recomi* recomend* mencion* pas* envi* reenvi* mand* avis* convenc* escrib* llam* hacer* hag* haz comenta* cuenta* tante* hag* llamar
TALK: conversar hablar charlar
KNOW: conoc* sabes
MEET: reunion cafe llamada minutos hora hueco cita reunirse reunirme tomamos atend* recib*
PAPER: cv curriculum perfil candidatura propuesta deck proyecto carta
REACH: numero telefono correo email cel movil direccion contestan contesta cel
THANK: gracias agradecid*
PAST: ayer pasad* ya fue hablé hable conoci dijo dijeron encanto
OFFER: presento pongo avisame ofrec* paso
NEXT: proxim* hoy manana semana lunes martes jueves viernes
NOT: no nunca sin
HELP: ayud* cable mano
BEHALF: parte traves
SHOULD: deberia debo dirigir* indicado
NEWS: inscri* boletin evento seminario gratis gratuit* descubre plazas
"""
_FRENCH = """
ARRANGE: organis* arrang* faire fais faites facilit* menag* ouvr*
I: je j on nous
ME: me moi m
MY: mon ma mes notre nos
YOU: tu te t toi vous
YOUR: ton ta tes votre vos
HE: il elle lui leur ils elles
SOMEBODY: quelqu quelqu'un qqn gens personne
WHO: qui quel quelle
FRIEND: ami* copain copine pote contacts connaissance* collegue* reseau proche carnet entourage ancien* voisin* intime* amie
CAN: pourr* peu* pouv* pui* saur*
PLEASE: stp svp plait merci* gentil* aimabl* possible* envisageable jouable reconnaissant* accept* permet*
FINE: ravi* plaisir volontiers
IF: si
WANT: aimer* voudr* souhait* cherch* veu* besoin rever* reve envie ador*
BRIDGE: present* relation contact connect* rencontrer intro* porte* branch* lien entree entrees
WORD: mot mots nom
DONE: presente presentee mis envoye parle transmis
RELAY: demand* dire dis parl* gliss* touch* transm* pass* envoy* recommand* prevenir ecri* suivre propos* convainc* remettre communiqu* tater sonder glisse dit touche
TALK: echang* discut* conversation entretien
KNOW: conna* sai*
MEET: rendez-vous cafe appel minutes min heure creneau temps dejeuner verre demo
PAPER: cv profil candidature dossier deck lettre message demande
REACH: numero mail coordonnees telephone adresse joindre
THANK: merci
PAST: hier dernier* deja a ai as avait avez etait ete
OFFER: presente mets hesitez
NEXT: prochain* demain lundi mardi jeudi vendredi
NOT: pas ne jamais sans n
HELP: aid* coup main
BEHALF: part grace aupres
SHOULD: dois adresser bon
NEWS: inscri* desinscri* newsletter evenement gratuit* vernissage convier invit*
"""


def _lexicon(text: str) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Whole words with their kind, and beginnings of words with theirs, the longest first."""
    whole, stems = dict.fromkeys(PEOPLE, "ROLE"), {}
    for line in text.strip().splitlines():
        kind, words = line.split(": ")
        for word in words.split():
            if word.endswith("*"):
                stems[word[:-1]] = kind
            else:
                whole[word] = kind
    return whole, tuple(sorted(stems.items(), key=lambda stem: -len(stem[0])))


_LEXICONS = {
    "English": _lexicon(_ENGLISH),
    "German": _lexicon(_GERMAN),
    "Spanish": _lexicon(_SPANISH),
    "French": _lexicon(_FRENCH),
}


@cache
def kinds_of(word: str, language: str) -> tuple[str, ...]:
    """What a small word does in this language, and the pronouns tied to it; nothing when it is no word of asking."""
    whole, stems = _LEXICONS[language]
    if word in whole:
        return (whole[word],)
    if language == "French" and (parts := _TIED.split(word))[1:]:
        return tuple(kind for part in parts for kind in kinds_of(part, language))
    kind = next((kind for stem, kind in stems if word.startswith(stem)), "")
    tied = _ENCLITIC.fullmatch(word) if language == "Spanish" and word not in _NO_VERBS else None
    pronouns = [_PRONOUNS[pronoun] for pronoun in tied.groups() if pronoun] if tied else []
    return tuple(filter(None, (kind, *pronouns)))


_TIED = re.compile(r"['-]")
# presentarte, preguntandole, recomiendame, presentanosla: whom a Spanish verb is about hangs at its end.
_ENCLITIC = re.compile(r"\w{2,}(?:[aei]r|ndo|\w[ae])(me|te|le|les|nos|os|se)?(l[oa]s?)?")
_NO_VERBS = frozenset(["fuerte", "suerte", "muerte", "parte", "menos", "buenos", "terrenos", "mientras", "ademas"])
_PRONOUNS = {
    "me": "ME",
    "nos": "ME",
    "te": "YOU",
    "os": "YOU",
    **dict.fromkeys(("le", "les", "se", "lo", "la", "los", "las"), "HE"),
}
