"""The map: what is sent to it, how it is painted, where it is mounted, and the file it leaves."""
