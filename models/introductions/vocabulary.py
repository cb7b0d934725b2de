"""Small words around a name, folded, in all the languages we read."""

from __future__ import annotations


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
