"""How Spanish asks for an introduction, with `tú`, `usted` and `vos`."""

from __future__ import annotations

from .wording import CLAUSE_START, Cue, Language, ending, starting

_ASKED = starting(
    r"(?:podria|podrias|podes|podeis|puede|puedes|pueden|pudiera|pudieras|pudiese|pudieses|querria|querrias|quieres|quisieras)\b",
    r"(?:estarias|te sentirias|te anim\w+|(?:te|le) importaria|serias|seria|crees|piensas|habria|hay|tendrias?)\b",
    r"(?:por favor|porfa\w*|agradec\w+|favor|amable|amabilidad|gustaria|encantaria|quisiera|queria|quiero|necesito|pedirte|pedirle)\b",
    r"(?:posible|forma de|manera de|ojala|si puedes|si pudieras|cuando puedas|genial|espero|te pido|le pido|te ruego)\b",
)
_PRESENT = r"present(?:as|es|e|a|aras|ases|arias|aria|en)"
_ACTS = (
    r"present(?:arme|arnos|arle|armela|armelo|andome|andonos)\b(?!:)",
    rf"(?:me|nos) (?:l[oa] )?{_PRESENT}\b(?! (?:el|los|las|un|una|su|mi)\b)",
    r"present(?:ame|anos|eme|enos|amela|amelo)\b",
    r"pon(?:er|ga|iendo)?(?:me|nos) en (?:contacto|comunicacion|copia|relacion)\b",
    r"(?:me|nos) (?:pon\w*|pus\w*) en (?:contacto|comunicacion|relacion|copia)\b",
    r"(?:me|nos) (?:pued|podr|pod)\w+ (?:presentar|conectar|poner en (?:contacto|comunicacion)|contactar|vincular)\b",
    r"(?:conect|contact|vincul|enlaz)(?:ar|a|e|ando)(?:me|nos)\b",
    r"(?:me|nos) (?:pas|d|consig|compart|mand|envi|facilit)(?:as|es) (?:el|su|sus|los)(?: \w+)? (?:contacto|correo|mail|email|numero|telefono|datos)\b",
    r"(?:me|nos) (?:conect|contact|vincul|enlaz)(?:as|es|a|e|aras|ases|aran)\b",
)
_SERVICES = (
    r"(?:hac|haz|da|dar|facilit|gestion|consegu|consig|organiz|mand|envi)\w* (?:una?|el|algun)(?: \w+)? "
    r"(?:introduccion|presentacion|contacto|intro|encuentro|reunion|puente)\b",
    r"(?:facilit|pas|dar|das|envi|compart|mand|consegu|consig)\w* (?:su|el|sus|los)(?: \w+)? (?:contacto|correo|mail|email|numero|telefono|datos)\b"
    r"(?= (?:de|del)\b|\W*$)",
    r"(?:pas|envi|mand|reenvi|hac|compart)\w*(?: llegar)? (?:mi|mis|nuestr\w+)(?: \w+)? "
    r"(?:cv|curriculum|perfil|datos|propuesta|portafolio|presentacion|mensaje|contacto|solicitud|candidatura)\b",
    r"(?:comentar|decir|preguntar|escribir|contar|hablar|mencionar|pasar|mandar|enviar|hacer llegar|hacer)les?\b.{0,60}\b(?:me|mi|nos|nuestr\w+|conmigo)\b",
    r"habl\w+(?: muy)? bien de (?:mi|nosotros)\b|(?:mencion|recomend|refer)\w*(?:me|nos)\b",
    r"(?:me|nos) (?:mencion|recomend|refier)\w+|mencion\w* mi nombre\b",
    r"pregunt\w+\b.{0,50} si\b.{0,40} (?:me|mi|nos|conmigo|hablar|dispuest\w|interesa\w*)\b",
    r"abrir\w* (?:la|una) puerta\b|interced\w+ por (?:mi|nosotros)\b",
)
_REQUESTS = (
    r"(?:le|les) (?:pod\w+|pued\w+|pudier\w+)(?: \w+)? (?:comentar|decir|preguntar|escribir|contar|hablar|mencionar|pasar|mandar|enviar|hacer)\b"
    r".{0,60}\b(?:me|mi|nos|nuestr\w+|conmigo)\b",
    r"(?:conoces|conoce|conocen|conoceis|tienes|tendrias)\b.{0,14} (?:alguien|alguno|gente|contactos?)\b.{0,10} (?:en|de|dentro)\b",
    r"(?:presentacion|introduccion|intro|palabra|mensaje|correo) tuy[ao]\b",
    r"(?:una (?:introduccion|presentacion|intro|recomendacion)) (?:a|con|de tu parte)\b.{0,60} (?:seria|ayudaria|vendria|valdria)\b",
    r"si (?:le|les) (?:escribes|hablas|dices|preguntas)\b",
)
_WISHES = (
    r"(?:encantaria|gustaria|quisiera|quiero|querria|queremos|necesito|intento|ilusion|ganas de|interesa\w*)\b.{0,30} (?:conocer|"
    r"hablar con|charlar con|entrevistar|reunir\w* con|llegar a|contactar|aprender de|tomar\w* un cafe con)\b(?! (?:tu|su) )",
    r"una (?:llamada|charla|reunion) con \w+\b.{0,30} (?:vendria|seria|ayudaria)\b",
)
_LINKS = (
    r"(?:conoces|conoce usted|conoces a|eres (?:amig\w|cercan\w|colega)|sigues en contacto|todavia tienes|trabajaste con)\b",
    r"tienes (?:trato|contacto|relacion)\b|estas conectad\w\b|(?:en tu red|sus contactos|tus contactos)\b",
    r"tu (?:amig\w|colega|contacto|ex ?jef\w|jef\w|conocid\w)\b|si le (?:escribes|hablas)\b",
)
_NOT_ASKED = ending(
    r"(?:gracias por|no|nunca|ya|va a|quiere|puedo|podemos|permit\w+|yo|por|de|al|despues de|antes de|tras|para) (?:\w+ )?",
)
_DECOYS = (
    r"permit\w* presentar(?:me|nos)\b|presentar(?:me|nos):|(?:me|nos) presento\b|me presentaron\b",
    r"(?:quiero|queria|quisiera|gustaria|paso a) presentar(?:me|nos)\b(?! a )",
    r"gracias por\b.{0,20}\b(?:present|conect|introduc|pon|recomend|contact|intro)\w*\b(?!.*\b(?:podrias|puedes|podria)\b)",
    r"(?:presentar|contactar|conectar|poner)(?:te|le|os|les|lo)\b(?! en copia)|te (?:presento|pongo|conecto|ponga|paso|presente)\b",
    r"le (?:presento|pongo|contacto)\b|(?:seguimos|sigamos|quedamos|estamos) en contacto\b|mi red\b",
)

SPANISH = Language(
    name="Spanish",
    stems=(
        "pres.nt", "cont.ct", "con.ct", "introdu", "intro", "conoc", "curr.cul", "cv", "recom", "habl", "pregunt", "perfil", "menci",
        "correo", "tel.fono", "n.mero", "caf. con", "puerta", "escribes", "trato", "llamada", "pon", "charla", "entrevista", "tuy[oa]",
    ),
    everyday=frozenset(["que", "de", "el", "los", "las", "y", "en", "un", "una", "te", "tu", "con", "para", "por", "si", "su", "nos", "le", "a", "mi", "yo", "es", "al", "del", "lo", "muy", "como", "se", "podrias"]),
    cues=(
        Cue(starting(*_ACTS), 0.9, after=(_ASKED, CLAUSE_START)),
        Cue(starting(*_SERVICES), 0.9, after=(_ASKED, CLAUSE_START)),
        Cue(starting(*_REQUESTS), 0.9),
        Cue(starting(*_ACTS), 0.8, unless=_NOT_ASKED),
        Cue(starting(*_WISHES), 0.7, needs_link=True),
    ),
    decoys=starting(*_DECOYS),
    links=starting(*_LINKS),
    before_target=starting(r"(?:a|al|con|de|del|en|conoces a|y)(?= )"),
)
