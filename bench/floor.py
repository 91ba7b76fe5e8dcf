"""The floor: what a page of 20 initiatives costs at least in Python. One statement, one format string,
no rights, no filters, no facets, one language order. No real page can be faster."""

from django.db import connection

from initiatives.choices import IN_CATALOGUE

SQL = """
SELECT i.code, i.slug, coalesce(nullif(i.title_en, ''), i.title_fr, ''), coalesce(nullif(i.summary_en, ''), ''),
       i.status, i.start, e.acronym_en,
       ARRAY(SELECT c.iso3 FROM initiatives_participation p JOIN core_country c ON c.id = p.country_id
             WHERE p.initiative_id = i.id),
       ARRAY(SELECT g.number FROM initiatives_initiativegoal ig JOIN core_goal g ON g.id = ig.goal_id
             WHERE ig.initiative_id = i.id)
FROM initiatives_initiative i JOIN entities_entity e ON e.id = i.lead_id
WHERE i.state = ANY(%s) ORDER BY i.updated_at DESC, i.code LIMIT 20
"""
ROW = '<li class="ia-result"><a href="/en/initiatives/{1}/">{2}</a><p>{3}</p><p>{6} {7} {8} {4} {5}</p></li>'
PAGE = "<!doctype html><html lang=en><title>Initiatives</title><ul>{}</ul></html>"


def page():
    with connection.cursor() as cursor:
        cursor.execute(SQL, [list(IN_CATALOGUE)])
        rows = cursor.fetchall()
    return PAGE.format("".join(ROW.format(*row) for row in rows)).encode()
