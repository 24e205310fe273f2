"""One step a module; none is changed once it is out."""
