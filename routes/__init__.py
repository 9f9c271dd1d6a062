"""What a corridor is: waypoints, legs, corridors and events, read, checked and tabulated."""
