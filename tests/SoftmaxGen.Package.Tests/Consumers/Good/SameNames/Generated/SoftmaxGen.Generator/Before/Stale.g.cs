#error Compiled, though it was generated.
