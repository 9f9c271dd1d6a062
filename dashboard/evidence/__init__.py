"""The evidence as records: found, set beside what disagrees, and followed to what they move."""
