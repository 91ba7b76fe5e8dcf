import pytest


@pytest.fixture
def search(client):
    def ask(text, language="en", **query):
        return client.get(f"/{language}/search/", {"q": text} | query)

    return ask
