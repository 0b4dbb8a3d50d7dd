package org.scholion.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalsTest {

    @AfterEach
    void tearDown() {
        System.clearProperty(Terminals.PROPERTY);
    }

    @Test
    void aLauncherMayKnowBetter() {
        System.setProperty(Terminals.PROPERTY, "in,err");
        assertEquals(Set.of(Console.Stream.IN, Console.Stream.ERR), Terminals.find());
        System.setProperty(Terminals.PROPERTY, "");
        assertEquals(Set.of(), Terminals.find());
    }

    @Test
    void noColorIsHonoured() {
        assertTrue(Terminals.wantsColour(Map.of("TERM", "xterm")));
        assertTrue(Terminals.wantsColour(Map.of("NO_COLOR", "")));
        assertFalse(Terminals.wantsColour(Map.of("NO_COLOR", "1")));
        assertFalse(Terminals.wantsColour(Map.of("TERM", "dumb")));
    }
}
