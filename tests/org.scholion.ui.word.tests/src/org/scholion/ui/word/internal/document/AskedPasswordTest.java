package org.scholion.ui.word.internal.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskedPasswordTest {

    private static final Path FILE = Path.of("paper.docx");

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<Boolean> asked = new ArrayList<>();
    private final AskedPassword password = new AskedPassword(refused -> {
        asked.add(refused);
        return Optional.ofNullable(answers.poll());
    });

    @Test
    void theAuthorIsAskedOnce() {
        answers.add("pear");
        assertEquals(Optional.of("pear"), password.passwordOf(FILE, false));
        assertEquals(Optional.of("pear"), password.passwordOf(FILE, false));
        assertEquals(List.of(false), asked);
    }

    @Test
    void aRefusedPasswordIsAskedForAgain() {
        answers.addAll(List.of("plum", "pear"));
        password.passwordOf(FILE, false);
        assertEquals(Optional.of("pear"), password.passwordOf(FILE, true));
        assertEquals(Optional.of("pear"), password.passwordOf(FILE, false));
        assertEquals(List.of(false, true), asked);
    }

    @Test
    void theLastPasswordHoldsWhereTheAuthorGivesNoOther() {
        answers.add("pear");
        password.passwordOf(FILE, false);
        assertEquals(Optional.empty(), password.passwordOf(FILE, true));
        assertEquals(Optional.of("pear"), password.passwordOf(FILE, false));
    }
}
