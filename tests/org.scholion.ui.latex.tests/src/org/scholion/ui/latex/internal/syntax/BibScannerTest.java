package org.scholion.ui.latex.internal.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BibScannerTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            @article{knuth84,; STRUCTURE:@article KEY:knuth84
            @string{acm = "ACM"}; STRUCTURE:@string KEY:acm
            author = {K{\\"o}nig},; ENVIRONMENT:author COMMAND:\\"
            % note; COMMENT:% note
            free text; ~~
            """)
    void aLineHasItsTokens(String line, String expected) {
        assertEquals(
                expected,
                BibScanner.scan(line).stream()
                        .map(token -> token.kind() + ":" + token.range().of(line))
                        .collect(Collectors.joining(" ")));
    }
}
