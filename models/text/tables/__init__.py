"""Tables shipped with picky, and the scripts that write them."""
