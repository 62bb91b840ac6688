"""How words get to a household: in a chat, on a shared phone, read out by somebody."""
