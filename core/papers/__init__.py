"""Papers: a plain structure, and what is made from it, PDF (pdf.py), Word (word.py) and one light page (page.py)."""
