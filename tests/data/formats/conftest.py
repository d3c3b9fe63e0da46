from hypothesis import settings

# pytest -n0 --hypothesis-profile=thorough tests/data/formats
settings.register_profile("thorough", max_examples=10_000)
