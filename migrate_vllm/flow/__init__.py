"""Which expression plays which role: two front ends lower programs to one small form, one engine follows the values. Pure."""
