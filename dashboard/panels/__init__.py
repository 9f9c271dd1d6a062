"""Panels: what is known about a leg, a country, a corridor, written as escaped markup."""
