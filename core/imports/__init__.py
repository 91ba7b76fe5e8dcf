"""Every import is a stored preview first: what each row would do, on a page; applied once, checked again then."""
