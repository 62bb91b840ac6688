"""Lists of households, as wards send them."""
