"""A report as a workbook, to be filled in where there is no line.

layout.py says where each answer stands, writing.py makes the workbook, signature.py what it carries to be known again;
reading.py finds the cells, values.py understands them, checking.py compares them with the report as it stands.
"""
