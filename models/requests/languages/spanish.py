"""How Spanish asks for an introduction, with `tú`, `usted` and `vos`."""

from __future__ import annotations

from ..lexicon import word_set
from ..patterns import CLAUSE_START, Cue, Language, Need, ending, screen, starting

_ASKED = starting(
    r"(?:podri\w+|podes|podeis|pued\w+|pudier\w+|pudies\w+|querri\w+|quieres|quisieras|tendri\w+|habria|habra|"
    r"hay|seri\w+|estari\w+)\b",
    r"(?:te|le|os) (?:sentiri\w+|animari\w+|animas?|importari\w+|importa|molestari\w+|pareceri\w+|atrev\w+)|"
    r"crees|piensas|cree usted|cuando (?:me|nos)\b",
    r"(?:por favor|porfa\w*|agradec\w+|favor|amable|amabilidad|gustaria|encantaria|quisiera|queria|quiero|"
    r"necesit\w+|pedirte|pedirle|pido|ruego)\b",
    r"(?:me|nos) (?:ech|ayud|pued|podri|hari|hac)\w+\b",
    r"conoces\b.{0,60} (?:como )?para\b",
    r"(?:posible|forma de|manera de|ojala|si (?:puedes|pudieras|pudiera|te|le|me|nos)|cuando puedas|genial|"
    r"espero|te lo|se lo|ayuda\w*|echame una mano)\b",
)
_PRESENT = r"present(?:as|es|e|a|aras|ases|arias|aria|en|ara)"
_ACTS = (
    r"present(?:arme|arnos|arle|armela|armelo|andome|andonos)\b(?!:)",
    rf"(?:me|nos) (?:l[oa]s? )?{_PRESENT}\b(?! (?:el|los|las|un|una|su|mi)\b)",
    r"(?:me|nos) (?:l[oa]s? )?(?:pued|podr|pod|pudier|podri|quier|querr)\w+ (?:presentar|conectar|poner en "
    r"(?:contacto|comunicacion)|contactar|vincular)\b",
    r"present(?:ame|anos|eme|enos|amela|amelo)\b",
    r"pon(?:er|ga|iendo)?(?:me|nos) en (?:contacto|comunicacion|copia|relacion)\b",
    r"(?:me|nos) (?:pon\w*|pus\w*) en (?:contacto|comunicacion|relacion|copia)\b",
    r"(?:conect|contact|vincul|enlaz|junt)(?:ar|a|e|ando)(?:me|nos)\b",
    r"(?:me|nos) (?:conect|contact|vincul|enlaz|junt)(?:as|es|a|e|aras|ases|aran)\b",
    r"(?:me|nos) (?:pas|d|consig|consigu|compart|mand|envi|facilit)(?:as|es) (?:el|su|sus|los)(?: \w+)? "
    r"(?:contacto|correo|mail|email|numero|telefono|datos)\b",
    r"(?:ponerme|entrar|estar|ponernos) en contacto con\b|llegar (?:a|hasta)\b",
)
_REACHED_AT = r"(?:contacto|correo|mail|email|numero|telefono|datos|movil|celular|direccion)"
_SERVICES = (
    r"(?:hac|haz|ser|haz)\w*(?:me|nos)? (?:de |mi |nuestro )?puente\b",
    r"(?:hac|haz|da|dar|facilit|gestion|consegu|consig|organiz|mand|envi|concert)\w* (?:una?|el|algun)(?: "
    r"\w+)? (?:introduccion|presentacion|contacto|intro|encuentro|reunion|puente|cita|llamada)\b",
    rf"(?:facilit|pas|dar|das|envi|compart|mand|consegu|consig|d[ae])\w* (?:sus?\b(?: \w+)?|(?:el|los)(?: "
    rf"\w+)?(?= \w+ del?\b)) {_REACHED_AT}\b",
    r"(?:pas|envi|mand|reenvi|hac|compart|ensen|mostr)\w*(?: llegar)? (?:mi|mis|nuestr\w+)(?: \w+)? (?:cv|"
    r"curriculum|perfil|datos|propuesta|portafolio|presentacion|mensaje|contacto|solicitud|candidatura|carta|"
    r"proyecto)\b",
    r"(?:dar|dal|pasar|pasal|dej)\w* (?:mi|nuestro) (?:telefono|numero|contacto|correo|mail|movil)\b",
    r"les? habl\w+(?: \w+)? de (?:mi|nosotros|nuestr\w+)\b",
    r"habl\w+(?: muy)?(?: bien)? de (?:mi|nosotros|nuestr\w+)\b|(?:mencion|recomend|refer)\w*(?:me|nos)\b",
    r"(?:me|nos) (?:mencion|recomend|refier)\w+|mencion\w* mi nombre\b",
    r"abrir\w* (?:la|una) puerta\b|interced\w+ por (?:mi|nosotros)\b|echar\w* un cable con\b|de mi parte\b",
)
_ASK_HER = (r"les? (?:pued|podri|podes|pudier)\w*(?: \w+)? (?:preguntar|comentar|decir|escribir)\b",)
_SPEAK = (
    r"(?:coment|tante|sonde|dec|dig|pregunt|escrib|cont|cuent|habl|mencion|pas|mand|envi|hac|avis|llam|convenc|"
    r"suger|propon|pid|ped)\w*(?:le|les|selo|sela)\b",
    r"(?:le|les|se lo) (?:\w+ ){0,2}(?:coment|dec|dig|pregunt|escrib|cont|cuent|habl|mencion|pas|mand|envi|hac|"
    r"avis|suger|propon|pid|ped)\w*",
    r"(?:habl|pregunt|escrib|recomend|mencion)\w* (?:con|a|de)\b",
)
_REQUESTS = (
    r"(?:preguntar|comentar|decir|escribir)\w*(?: \w+)? si (?:puedo|podria|podemos|me|nos)\b",
    r"(?:conoces|conoce|conocen|conoceis|tienes|tendrias|tiene)\b.{0,14} (?:alguien|alguno|gente|"
    r"contactos?)\b.{0,10} (?:en|de|dentro)\b",
    r"(?:presentacion|introduccion|intro|palabra|mensaje|correo|recomendacion|llamada) (?:tuy[ao]|suy[ao]|de "
    r"tu parte)\b",
    r"(?:una (?:introduccion|presentacion|intro|recomendacion)) (?:a|con)\b.{0,60} (?:seria|ayudaria|vendria|"
    r"valdria)\b",
    r"si (?:le|les) (?:escribes|hablas|dices|preguntas|escribieras|hablaras)\b",
    r"(?:crees|piensas|cree) que .{1,50}\w+ri[ae]n?\b.{0,30} ?(?:me|nos|conmigo|mi|\w+(?:me|nos))\b",
    r"cuando (?:me|nos) (?:l[oa] )?present\w+|a quien (?:podria|puedo|deberia) (?:escribir|dirigir|enviar|"
    r"contactar|hablar)\w*",
)
_WISHES = (
    r"(?:encantaria|gustaria|quisiera|quiero|querria|queremos|necesito|intento|ilusion|ganas de|interesa\w*|"
    r"llevo .{0,20} intentando)\b.{0,30} (?:conocer|hablar con|charlar con|entrevistar|reunir\w* con|llegar a|"
    r"contactar|aprender de|tomar\w* un cafe con|preguntarle|mostrarle|ensenarle|proponerle)\b(?! (?:tu|su) )",
    r"una (?:llamada|charla|reunion) con \w+\b.{0,30} (?:vendria|seria|ayudaria)\b",
)
_LINKS = (
    r"(?:conoces|conoce usted|conoces a|eres (?:amig\w|cercan\w|colega)|sigues en contacto|todavia tienes|"
    r"trabajaste con)\b",
    r"tienes (?:trato|contacto|relacion)\b|(?:estas|esta) conectad\w\b|(?:en tu red|entre tus contactos|sus "
    r"contactos|tus contactos)\b|en contacto con\b",
    r"(?:tu|su) (?:amig\w|colega|contacto|ex ?jef\w|jef\w|conocid\w|companer\w)\b|si le (?:escribes|hablas)\b|"
    r"amig\w tuy\w\b|(?:podrias|puedes) ayudarme\b",
)
_NOT_ASKED = ending(
    r"(?:gracias por|no|nunca|ya|va a|quiere|puedo|podemos|permit\w+|yo|por|de|al|despues de|antes de|tras|"
    r"para) (?:\w+ )?",
    r"(?:el|ella|quien|que|jef[ea]|amig[oa]|colega) ",
)
_DECOYS = (
    r"permit\w* presentar(?:me|nos)\b|presentar(?:me|nos):|(?:me|nos) presento\b|me presentaron\b|(?:ya|ayer) "
    r"me presente\b|me presente (?:yo|personalmente)\b",
    r"(?:quiero|queria|quisiera|gustaria|paso a) presentar(?:me|nos)\b(?! a )",
    r"gracias por\b.{0,20}\b(?:present|conect|introduc|pon|recomend|contact|intro)\w*\b(?!.*\b(?:podrias|"
    r"puedes|podria)\b)|gracias a tu\b",
    r"(?:presentar|contactar|conectar|poner)(?:te|le|os|les|lo)\b(?! en copia)|te (?:presento|pongo|conecto|"
    r"ponga|paso|presente)\b",
    r"le (?:presento|pongo|contacto)\b|(?:seguimos|sigamos|quedamos|estamos) en contacto\b|mi red\b|(?:podemos|"
    r"podriamos) ponernos en contacto\b(?! con)",
    r"(?:saluda|saludos a|recuerdos a|felicita|un abrazo a)\b",
)

SPANISH = Language(
    name="Spanish",
    everyday=word_set(
        "porfa gracias que el los las y tu con para por si su nos mi yo es al del lo muy como podrias puedes hola"
    ),
    screen=screen(
        "podr|podes|podeis|pued|pudi|querr|quier|quisi|tendr|habr|hay|ser.a|serias|estar.a|te |le |os |crees|"
        "piensas|cree|cu.ndo|por favor|porfa|agradec|favor|amab|gustar|encant|quer.a|quiero|neces|pedir|pido|"
        "ruego|posib|forma|manera|ojal|si |genial|espero|ayud|me |nos |pres.nt|con.ct|conoc|tien|a qui.n|una |preg.nt|dile|dale",
        "pres.nt|pon|pus|con.ct|cont.ct|vincul|enla|junt|introdu|intro|encuentro|reuni|puente|cita|llamada|"
        "correo|mail|email|n.mero|tel.f|datos|m.vil|celular|cv|curr.c|perfil|propuesta|portafolio|mensaje|"
        "solicitud|candidatura|carta|proyecto|bien |menci|recom|refer|refier|puerta|interced|cable|mi parte|"
        "coment|deci|dig|dile|pregunt|escr|cuent|cont|habl|pas|mand|env|hac|h.z|avis|llam|convenc|suger|propon|"
        "pid|ped|conoc|tien|crees|piensas|cree|qui.n|charl|entrevist|lleg|aprend|tomar|mostr|ense|palabra",
    ),
    cues=(
        Cue(starting(*_ACTS), 0.9, after=(_ASKED, CLAUSE_START), or_not=_NOT_ASKED),
        Cue(starting(*_SERVICES), 0.9, after=(_ASKED, CLAUSE_START)),
        Cue(starting(*_REQUESTS), 0.9),
        Cue(starting(*_ASK_HER), 0.8, needs=(Need.PERSON, Need.REASON)),
        Cue(starting(*_SPEAK), 0.8, after=(_ASKED, CLAUSE_START), needs=(Need.ME, Need.PERSON, Need.REASON)),
        Cue(starting(*_WISHES), 0.7, needs=(Need.LINK,)),
    ),
    decoys=starting(*_DECOYS),
    links=starting(*_LINKS),
    asking=_ASKED,
    help=starting(
        r"(?:podrias|puedes|podria|puede) (?:ayudar(?:me|nos)|hacer algo)\b|(?:me|nos) (?:ayudas|echas una "
        r"mano)\b|tu ayuda\b|su ayuda\b"
    ),
    me=starting(r"(?:me|mi|mis|nos|conmigo|yo|nuestr\w+|\w+(?:me|nos|melo|mela))\b"),
    before_target=starting(r"(?:a|al|con|de|del|en|conoces a|y|que)(?= )"),
)
