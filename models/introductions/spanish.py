"""How Spanish asks for an introduction."""

from __future__ import annotations

from models.introductions.wording import Language, either, expression

_ASKED = either(
    r"\b(?:pod(?:r[ií]a\w*|es|eis|emos)|puede\w*|pudier\w*|pudies\w*|podes|querr[ií]a\w*|quieres|quisieras|estar[ií]as|estarias|te sentir\w+|te anim\w+|te importa\w*|le importa\w*|serias|seria|crees que|piensas que|habria|hay|tendria\w*)\b",
    r"\b(?:por favor|porfa\w*|agradec\w+|favor|amable|amabilidad|gustaria|encantaria|quisiera|queria|quiero|necesito|pedirte|pedirle|posible|forma de|manera de|ojala|si puedes|cuando puedas|genial|espero)\b",
    r"^\W*(?:\w+ ){0,2}(?=(?:me|nos) \w+)",
)
_ACT = either(
    r"\bpresent(?:arme|arnos|arle|arles|armela|armelo|andome|andonos)\b",
    r"\b(?:me|nos|(?:me|nos) (?:lo|la)) present(?:as|es|e|a|aras|ases|arias|aria|en)\b(?! (?:el|la|los|las|un|una|su|tu|mi) (?:informe|propuesta|producto|proyecto|oferta|plataforma))",
    r"\bpresent(?:ame|anos|eme|enos|amela|amelo)\b",
    r"\bpon(?:er|gas?|es|dr[ií]as?|e|gan|iendo)?(?:me|nos)? en (?:contacto|comunicacion|copia|relacion)\b",
    r"\b(?:me|nos) (?:pon\w*|pus\w*) en (?:contacto|comunicacion|relacion|copia)\b",
    r"\b(?:conect|contact|vincul|recomend|refer|enlaz)(?:ar|a|e|ir)(?:me|nos)\b",
    r"\b(?:me|nos) (?:conect|contact|vincul|recomend|enlaz|refier)\w+\b",
    r"\b(?:hac|d|facilit|gestion|consegu|organiz|mand|envi)\w*(?:me|nos|ndonos|ndome)? (?:una?|el|algun)(?: \w+)? (?:introduccion|presentacion|contacto|intro|encuentro|reunion|puente)\b",
    r"\b(?:facilit|pas|d|envi|compart|mand|consegu)\w* (?:su|el|sus|los)(?: \w+)? (?:contacto|correo|mail|email|numero|telefono|datos)\b",
    r"\b(?:pas|env[ií]|mand|reenvi|hac|compart)\w*(?: llegar)?(?:le|les|rle|rles)? (?:mi|mis|nuestr\w+)(?: \w+)? (?:cv|curriculum|perfil|datos|propuesta|portafolio|presentacion|mensaje|contacto|solicitud)\b",
    r"\b(?:hablar\w*|habl\w+|menciona\w*|recomend\w+)(?: muy)?(?: bien)? (?:de|a) (?:mi|nosotros)\b",
    r"\b(?:mencion|recomend)\w*(?:me|nos)\b|\bmi nombre a\b",
    r"\b(?:preguntar|pregunt\w+)(?:le)?\b.{0,50}\bsi\b",
    r"\babrir\w* (?:la|una) puerta\b|\bechar\w* una mano con\b",
)
_BARE = either(
    r"\b(?:conoces|conoce usted|conocen|conoceis|tienes|tendrias)(?: a| de)?\b.{0,14}\b(?:alguien|alguno|gente|algun contacto|contactos|contacto)\b.{0,10}\b(?:en|de|dentro)\b",
    r"\b(?:presentacion|introduccion|intro|palabra|mensaje|correo) tuy[ao]\b",
    r"\b(?:una (?:introduccion|presentacion|intro|recomendacion)) (?:a|con|tuya|de tu parte)\b.{0,60}\b(?:seria|ayudaria|vendria|valdria)\b",
    r"\bsi (?:le|les) (?:escribes|hablas|dices|preguntas)\b",
)
_WISHES = either(
    r"\b(?:encantaria|gustaria|quisiera|quiero|querria|queremos|necesito|intento|ilusion|ganas de|me vendria|interesa|interesaria)\b.{0,30}\b(?:conocer|hablar con|charlar con|entrevistar|tomar un cafe con|reunirme con|llegar a|contactar|aprender de|una (?:llamada|charla|reunion) con)\b(?!te\b|lo\b|le\b)(?! tu\b| su\b(?! ))",
    r"\buna (?:llamada|charla|reunion) con \w+\b.{0,30}\b(?:vendria|seria|ayudaria)\b",
)
_LINKS = either(
    r"\b(?:conoces|que conoces|conoce usted|eres (?:amig\w|cercan\w|colega)|tienes (?:trato|contacto|relacion)|sigues en contacto|todavia tienes|trabajaste con|tu (?:amig\w|colega|contacto|ex ?jef\w|jef\w|conocid\w)|en tu red|sus contactos|tus contactos|estas conectad\w)\b",
    r"\bsi le (?:escribes|hablas)\b",
)
_DECOYS = either(
    r"\bpermit\w* presentar(?:me|nos)\b|\b(?:quiero|queria|quisiera|gustaria|paso a) presentar(?:me|nos)\b(?! a )|\bme presento\b|\bpresentarme: ",
    r"\bgracias por\b.{0,20}\b(?:present|conect|introduc|pon|recomend|contact|intro)\w*\b(?!.*\b(?:podrias|puedes|podria)\b)",
    r"\b(?:presentar|contactar|conectar|poner)(?:te|le|os|les|lo)\b(?! en copia)|\bte (?:presento|pongo|conecto|ponga|paso|presente)\b|\ble (?:presento|pongo|contacto)\b",
    r"\bme presento a\b|\bme presentaron\b|\b(?:me|nos) presento\b",
    r"\b(?:seguimos|sigamos|quedamos|estamos) en contacto\b|\bmi red\b",
)

SPANISH = Language(
    name="Spanish",
    stems=(
        "present", "preséntan", "preséntam", "contact", "conect", "introduc", "intro", "conoc", "currículum", "curriculum", " cv", "recom", "hablar", "hablas", "pregunt", "mi perfil",
        "contáct", "conéct", "menci", "correo", "teléfono", "número", "café con", "puerta", "escribes", "mail de", "trato", "llamada con",
    ),
    everyday=frozenset("que de la el los las y en un una me te tu con para por hola gracias si su nos le".split()),
    acts=expression(_ACT),
    not_asked=expression(
        r"(?:\b(?:gracias por|no|nunca|ya|va a|quiere|puedo|podemos|permit\w+|yo|por|de|al|despues de|antes de|tras) (?:\w+ )?)$"
    ),
    services=expression(_ACT),
    asked=expression(_ASKED),
    verb_last=False,
    requests=expression(_BARE),
    wishes=expression(_WISHES),
    links=expression(_LINKS),
    decoys=expression(_DECOYS),
    before_target=expression(r"\b(?:a|al|con|de|del|en|conoces a|y)(?= )"),
)
