"""From a site to a kind and a need, by tables. Pure."""
