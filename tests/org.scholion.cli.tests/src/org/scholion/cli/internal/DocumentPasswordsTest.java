package org.scholion.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentPasswordsTest {

    private static final Map<String, String> VARIABLE = Map.of(DocumentPasswords.VARIABLE, "of the environment");

    @TempDir
    Path folder;

    private final List<String> questions = new ArrayList<>();

    private Optional<String> answer(String question) {
        questions.add(question);
        return Optional.of("typed " + questions.size());
    }

    @Test
    void theFirstLineOfTheFileCountsBeforeTheEnvironment() throws Exception {
        Files.writeString(folder.resolve("secret"), "of the file \nmore\n");
        DocumentPasswords passwords = DocumentPasswords.of(Optional.of("secret"), folder, VARIABLE, this::answer);
        assertEquals(Optional.of("of the file "), passwords.passwordOf(folder, false));
    }

    @Test
    void aKnownPasswordThatIsWrongIsNotAskedForAgain() throws Exception {
        DocumentPasswords passwords = DocumentPasswords.of(Optional.empty(), folder, VARIABLE, this::answer);
        assertEquals(Optional.of("of the environment"), passwords.passwordOf(folder, false));
        assertEquals(Optional.empty(), passwords.passwordOf(folder, true));
        assertEquals(List.of(), questions);
    }

    @Test
    void whatIsTypedIsRememberedForTheDocumentUnlessItWasWrong() throws Exception {
        DocumentPasswords passwords = DocumentPasswords.of(Optional.empty(), folder, Map.of(), this::answer);
        Path paper = folder.resolve("paper.docx");
        assertEquals(Optional.of("typed 1"), passwords.passwordOf(paper, false));
        assertEquals(Optional.of("typed 2"), passwords.passwordOf(paper, true));
        assertEquals(Optional.of("typed 2"), passwords.passwordOf(paper, false));
        assertEquals(Optional.of("typed 3"), passwords.passwordOf(folder.resolve("other.docx"), false));
        assertTrue(questions.getFirst().contains("paper.docx"), questions.toString());
    }

    @Test
    void whereNobodySitsTheMessageSaysHowToGiveIt() throws Exception {
        DocumentPasswords passwords = DocumentPasswords.of(Optional.empty(), folder, Map.of(), question -> Optional.empty());
        assertEquals("", passwords.advice(folder));
        assertEquals(Optional.empty(), passwords.passwordOf(folder, false));
        assertTrue(passwords.advice(folder).contains("--password-file"), passwords.advice(folder));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        FileException missing = assertThrows(
                FileException.class, () -> DocumentPasswords.of(Optional.of("none"), folder, Map.of(), this::answer));
        assertTrue(String.valueOf(missing.getMessage()).contains("none"), missing.getMessage());
    }
}
