"""Measurements on development data that stays outside the project."""
