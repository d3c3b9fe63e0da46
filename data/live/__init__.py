"""A session under way: its values, what is read of them, and the pure steps that change them."""
