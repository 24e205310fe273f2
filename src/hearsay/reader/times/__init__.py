"""When what is told of happened: times, from what they are counted, and the words of the event."""
