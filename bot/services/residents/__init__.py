"""How people come, sign up, help each other, and go."""
