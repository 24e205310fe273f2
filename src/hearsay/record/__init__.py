"""The record that keeps every reading, with what people judged of it. SQLite in one file, or PostgreSQL."""
