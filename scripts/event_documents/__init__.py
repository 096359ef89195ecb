"""The parts of scripts/event_docs.py and scripts/check_events.py."""
