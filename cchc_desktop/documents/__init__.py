"""Files in and out: the gate, readers, recognition, the one page model, its layout and its writers."""
