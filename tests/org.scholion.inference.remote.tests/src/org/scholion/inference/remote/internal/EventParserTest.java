package org.scholion.inference.remote.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventParserTest {

    private static List<String> parse(byte[]... portions) {
        EventParser parser = new EventParser();
        List<String> events = new ArrayList<>();
        for (byte[] portion : portions) {
            parser.accept(portion);
        }
        parser.end();
        for (Optional<String> event = parser.next(); event.isPresent(); event = parser.next()) {
            events.add(event.get());
        }
        return events;
    }

    private static List<String> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesEndInAnyOfThreeWays(String end) {
        assertEquals(List.of("a", "b"), parse(String.join(end, "data: a", "", "data:b", "", "")));
    }

    @Test
    void linesOfDataOfOneEventAreJoined() {
        assertEquals(List.of("a\n\n b"), parse("data: a\ndata\ndata:  b\n\n"));
    }

    @Test
    void commentsAndOtherFieldsAreLeftOut() {
        assertEquals(List.of("a"), parse(": ping\nevent: x\nid: 1\nretry: 5\ndatabase: no\ndata: a\n\n: pong\n\n"));
    }

    @Test
    void aByteOrderMarkIsLeftOut() {
        assertEquals(List.of("a"), parse("\uFEFFdata: a\n\n"));
    }

    @Test
    void itDoesNotMatterWhereBytesAreCut() {
        byte[] all = "data: ä😀\r\ndata: 汉\r\n\r\n: x\r\ndata: b\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        for (int first = 0; first <= all.length; first++) {
            for (int second = first; second <= all.length; second++) {
                assertEquals(
                        List.of("ä😀\n汉", "b"),
                        parse(Arrays.copyOf(all, first), Arrays.copyOfRange(all, first, second), Arrays.copyOfRange(all, second, all.length)));
            }
        }
    }

    @Test
    void aLastEventWithoutAnEmptyLineCountsButAHalfLineDoesNot() {
        assertEquals(List.of("a"), parse("data: a\ndata: hal"));
    }

    @Test
    void whatIsHeldIsKnown() {
        EventParser parser = new EventParser();
        parser.accept("data: 12345\n6789".getBytes(StandardCharsets.UTF_8));
        assertTrue(parser.pendingSize() >= 9);
    }
}
