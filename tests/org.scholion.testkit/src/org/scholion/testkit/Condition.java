package org.scholion.testkit;

/** Something to wait for. Asked in the thread of the user interface. */
@FunctionalInterface
public interface Condition {

    boolean test();
}
