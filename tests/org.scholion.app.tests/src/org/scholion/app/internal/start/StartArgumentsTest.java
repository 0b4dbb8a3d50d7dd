package org.scholion.app.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartArgumentsTest {

    @Test
    void whatIsNoOptionIsAFile() {
        Path here = Path.of("").toAbsolutePath();
        assertEquals(
                List.of(here.resolve("paper.tex"), here.resolve("b.tex")),
                StartArguments.files(new String[] {"-product", "org.scholion.app.product", "paper.tex", "-unknown", "x", "a/../b.tex", ""}));
    }
}
