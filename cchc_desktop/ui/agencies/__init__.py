"""The screen Cơ quan: the list of agencies, one agency's form, where it is used, and what is probably one."""
