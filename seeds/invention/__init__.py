"""The workshop behind `seeds.make`: a world of invented people, and how LinkedIn would export it."""
