package afa.console;

/** Who has shown that they may be here. */
record Person(String name, Right right) {}
