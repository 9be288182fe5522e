"""How fast Polynotice is, as ratios against its peers in one run: `make bench`."""
