"""Write the table of legal forms of companies from two packages and from forms of our own.

Run `pip download --no-deps rigour==1.8.2 cleanco==2.3 -d FOLDER`, then
`python -m models.text.tables.make_legal_forms FOLDER`. No install needs the packages.
"""

from __future__ import annotations

import ast
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import cast
from zipfile import ZipFile

from ..companies import TABLE, WEAK_FORMS
from ..folding import listed, words

_ABOUT = """\
# Legal forms of companies, one a line. First those that count as they are written: as the first word of a name (^), as
# its last ($), or at either end without a space (*). Then the words that end a name, in small Latin letters.
# Made by python -m models.text.tables.make_legal_forms; not to be edited. Derived from rigour 1.8.2 (OpenSanctions)
# and cleanco 2.3, both under the MIT licence, with forms of our own.
"""
_KINDS = frozenset({"JSC", "LLC", "LLP", "LP", "GP"})
"""What rigour calls a form that trades; clubs, state institutions, regiments and churches are no companies."""
_SHORT = listed("""
    ab ag as asa sa se sl nv bv ou oy oyj kk gk kg kgaa kft bt rt zrt ltd llc llp lp plc inc co aps ehf hf abp dac ulc clg srl
    sro sas snc sca scs sia uab gbr ohg keg ug doo dno dd ead ood ooo oao zao pao ao tov jsc lda sgr bhd pte pty vof
    hb kb epe oeg og sae sll cxa tdv spk spj vos kda
""")
"""Forms of up to three letters that end no other name: no countries, no words (uk, eu, at, nl, ca, in, is, da, pt)."""
_OTHER_WORDS = listed("""
    bank banka bankasi sad centre etat cooperation likvidatsionnaya komissiya uchrezhdenie stiftung foreign lmhdwdh
    coop guarantee incorporation kumiai fioktelep fioktelepe organizacni free
""")
"""Words that make a form of these packages something else than a form."""
_OWN = """
    asbl | a s | a s v likvidaci | aksjeselskap | aktiebolag | aktiebolaget | aktiengesellschaft | aktieselskab | aktsiaselts
    and c | anonim sirketi | anpartsselskab | as sirketi | besloten vennootschap | bvba | cia | cie | cjsc
    closed joint stock company | comm v | cong ty co phan | cong ty tnhh | cooperatief u a | corporation | ctcp | cvba
    d d | d o o | dmcc | doel | dooel | e c | e k | e kfm | e kfr | eireli | eood | eurl | fz llc | fzco | fze | gesmbh
    godo kaisha | incorporated | j t d | joint stock company | k d | kabushiki gaisha | kabushiki kaisha | kkt
    limitada | limited | limited company | limited sirketi | lllp | ltee | ltd sti | ltda me | mbh | mchj
    naamloze vennootschap | nyrt | ojsc | open joint stock company | osakeyhtio | osauhing | p s a | pbc | persero tbk
    pjsc | pllc | private limited | private ltd | proprietary limited | psc | pte ltd | pty ltd | publ
    public limited company | pvt limited | pvt ltd | s a b | s coop | s de rl | s de rl de cv | s r o | sa de cv
    sab de cv | san tic | san tic as | san ve tic | san ve tic as | sanayi ve ticaret | sanayi ve ticaret as
    sanayi ve ticaret ltd sti | saoc | saog | sapa | sapi de cv | sarl | sarlu | sas de cv | sasu | sau | sccl | scop sa
    san ve tic ltd sti | sdn bhd | selarl | selas | sgps sa | sh a | sh p k | shpk | slne | slu | sociedad anonima | sociedad limitada
    sociedade anonima | societe anonyme | sp j | sp k | sp z o o sp k | sp z oo | sp zoo | spol s r o | spolka akcyjna
    spolka jawna | spolka komandytowa | sprl | srl s | srls | suarl | tbk | tic as | tic ltd sti | ticaret as
    ticaret ltd sti | tnhh | tnhh mtv | unipessoal lda | vzw | w l l | wll | yugen kaisha
"""
_UNSPACED = """
    株式会社 有限会社 合同会社 合資会社 合名会社 一般社団法人 (株) (有) (同) 주식회사 유한회사 유한책임회사 (주) (유) 股份有限公司 有限责任公司
    有限責任公司 有限公司 บริษัท จำกัด (มหาชน) Công_ty_TNHH Công_Ty_TNHH Công_ty_Cổ_phần Công_Ty_Cổ_Phần
    CÔNG_TY_TNHH CÔNG_TY_CỔ_PHẦN
"""
_AT_START = """
    ООО ОАО ЗАО ПАО АО ТОО ТОВ ПрАТ ПАТ ПП ИП ЧП ЕООД ООД АД OOO OAO ZAO PAO AO UAB SIA PT PT. OÜ Oy SARL EURL SASU SPRL BVBA
    CTCP TOO S.C. შპს ՍՊԸ شركة
"""
_AT_END = """
    בע"מ בע״מ ش.م.م ذ.م.م ش.م.ل ش.م.ع e.V. eG e.G. AD A.D. АД SAL S.A.L. OE EE KD IKE k.s. A.E. Α.Ε. ΑΕ Α.Ε ΟΕ
    SpA SPA S.p.A. S.P.A. s.p.a. SAC S.A.C. I/S P/S K/S IVS ANS Ky a.d. i.L. EPP
"""


def main(folder: Path) -> None:
    """Read the two packages and write the table beside this script."""
    theirs = {form for form in map(_joined, _packaged(folder)) if _is_form(form)}
    forms = sorted(theirs | _SHORT | {form.strip() for form in _OWN.replace("\n", "|").split("|") if form.strip()})
    marked = (("*", _UNSPACED), ("^", _AT_START), ("$", _AT_END))
    written = [mark + form for mark, some in marked for form in sorted(some.split(), key=len, reverse=True)]
    TABLE.write_text(_ABOUT + "\n".join([*map(_composed, written), *forms]) + "\n", "utf-8")


def _composed(form: str) -> str:
    return unicodedata.normalize("NFKC", form.replace("_", " "))


def _packaged(folder: Path) -> Iterator[str]:
    kinds = cast("list[dict[str, str | list[str]]]", _constants(folder, "rigour", "data/names/org_types")["ORG_TYPES"])
    for kind in kinds:
        if kind.get("generic") in _KINDS:
            yield from (str(kind.get("display", "")), str(kind.get("compare", "")), *kind.get("aliases", ()))
    for terms in _constants(folder, "cleanco", "termdata").values():
        for written in cast("dict[str, list[str]]", terms).values():
            yield from written


def _constants(folder: Path, package: str, module: str) -> dict[str, object]:
    """Return the constants of a module in a wheel, without running it."""
    (wheel,) = folder.glob(f"{package}-*.whl")
    constants = {}
    for part in ast.parse(ZipFile(wheel).read(f"{package}/{module}.py")).body:
        if isinstance(part, ast.Assign | ast.AnnAssign) and part.value:
            name = part.target if isinstance(part, ast.AnnAssign) else part.targets[0]
            constants[ast.unparse(name)] = ast.literal_eval(part.value)
    return constants


def _joined(form: str) -> str:
    return " ".join(words(form.replace("&", " and ")))


def _is_form(form: str) -> bool:
    letters = form.replace(" ", "")
    if len(letters) <= 3:
        return letters in _SHORT
    return form not in WEAK_FORMS and _OTHER_WORDS.isdisjoint(form.split()) and len(letters) <= 60


if __name__ == "__main__":
    main(Path(sys.argv[1]))
