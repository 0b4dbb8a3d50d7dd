package org.scholion.assist.language.internal.consistency;

import java.util.Set;

/** Judges one block by itself. Stateless. */
public interface BlockRule {

    /** The rules whose findings it makes. */
    Set<Rule> rules();

    void judge(BlockText text, Notes notes);
}
