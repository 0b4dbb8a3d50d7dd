package org.scholion.library.shared;

import java.util.Map;

/**
 * What a server has.
 *
 * @param works of all sources
 * @param sources how many works each source has, by name
 * @param meaning whether its works can be compared by meaning with the encoder of this machine
 */
public record SharedStatus(long works, Map<String, Long> sources, boolean meaning) {

    public SharedStatus {
        sources = Map.copyOf(sources);
    }
}
