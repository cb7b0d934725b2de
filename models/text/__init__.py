"""One spelling of everything: names, companies, addresses, dates and the letters they are written in."""
