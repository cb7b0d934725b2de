"""What people with a formal first name are called every day, in the languages we read."""

from __future__ import annotations

_GROUPS = """
alexander alexandra alejandro alejandra alexandre alexis alex sasha sandy xander ale / andrew andreas
andre andrea andy drew / anthony antonio anton tony toni / benjamin benedict ben benny / barbara barb babs
/ carolina caroline carolyn caro carrie / catherine katherine katharina kathryn katarzyna catalina kate
kathy katie kasia cathy kat / charles carlos charlie chuck carl karl / charlotte charlie lotte / christina
christine kristina christian chris kris tina / christopher christoph cristobal chris kit / daniel daniela
danielle dan danny dani / david dave davey / deborah deb debbie / dominic dominik dom / edward eduardo
edmund ed eddie ted ned lalo / elizabeth elisabeth isabel isabella liz lizzie beth betty eliza elsa bella
isa / emily emilia emma em / fernando fernanda fer / francis francisco francesca frances franz frank fran
paco pancho francois / frederick friedrich federico fred freddy fritz fede / gabriel gabriela gabrielle
gabe gabi gaby / gregory gregor greg / guillermo guille memo / gustavo gus / harold henry harry hank /
ignacio nacho / jacob jakob jake / jacqueline jackie / james jim jimmy jamie / jennifer jen jenny /
jessica jess / johannes john jonathan hans hannes jon johnny jack / joseph josef jose joe joey pepe sepp /
joshua josh / julia juliana juliette julie jules / katrin kati / kenneth ken kenny / kimberly kim /
lawrence lorenz lorenzo larry / leonard leonardo leon leo lenny / louis luis ludwig lou lucho / lucia lucy
luci / magdalena magda lena / manuel manuela manu manolo / margaret margarita margarete maggie meg peggy
greta gretchen rita / maria mary maryam mia mimi / marianne anne / matthew matthias mateo mathieu matt
matze / maximilian maxwell maxim max / michael michaela michel miguel mikhail mike mick mickey michi misha
micha / nathaniel nathan nate / nicholas nicolas nikolaus nicole nick nico niko klaus / oliver olivia
olivier ollie liv / pamela pam / patricia patrick patricio pat patty pato trish / peter pedro pierre pete
piet / philip philipp philippe felipe phil pip / raphael rafael rafa raf / raymond ramon ray / rebecca
becca becky / richard ricardo rich rick ricky dick / robert roberto roberta rob bob bobby bert robbie /
ronald ron ronny / rosario rose rosa / samuel samantha sam sammy / santiago santi / sebastian sebastien
seb basti sebas / sergio sergei serge checo / stephen steven stefan stefanie stephanie steve stevie steph
stefi / susan susanne suzanne sue susi susie / teresa theresa tess terry / theodore theodor ted teddy theo
/ thomas tomas tom tommy / timothy tim timmy / valentina valerie val vale / victor victoria vic vicky /
vincent vincenzo vince vinny / walter walt wally / wilhelm william guillaume will bill billy willi liam /
zachary zack zach
"""


def _table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for group in _GROUPS.split("/"):
        alike = group.split()
        for name in alike:
            table.setdefault(name, set()).update(alike)
    return {name: frozenset(alike - {name}) for name, alike in table.items()}


ALSO_CALLED = _table()
"""First name to the other names its bearers go by; all folded."""
