"""How good a reading is: pure functions from predicted and gold to scores with counts."""
