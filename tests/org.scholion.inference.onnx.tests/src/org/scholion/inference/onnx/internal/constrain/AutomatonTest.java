package org.scholion.inference.onnx.internal.constrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.constrain.Automaton.State;

class AutomatonTest {

    private static final String LIST = "root ::= \"[\" (item (\",\" item)*)? \"]\" # a comment\nitem ::= root | [a-c]+ |\n  \"é\"{2,3}";

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "[];true", "[a];true", "[abc,[b,[]]];true", "[éé];true", "[ééé,a];true", "[é];false", "[éééé];false", "[a;false", "[a,];false",
        "[d];false", "x;false", "[]];false",
    })
    void aTextIsOfTheGrammarOrNot(String text, boolean expected) throws Exception {
        assertEquals(expected, matches(LIST, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "root ::= [^a-z]+;Aé𝒳;true", "root ::= [^a-z]+;Ab;false", "root ::= .;𝒳;true", "root ::= .;ab;false",
        "root ::= \"\\x41\\u00e9\\U0001d4b3\";Aé𝒳;true", "root ::= [a\\]\\-]*;a]-;true", "root ::= \"a\"? \"b\"*;bbb;true",
        "root ::= (\"a\" | \"ab\") \"c\"{0,2};abcc;true", "root ::= (\"a\" | \"ab\") \"c\"{0,2};accc;false", "root ::= \"a\"{3};aaa;true",
        "root ::= \"a\"{2,};aaaaa;true", "root ::= \"a\"{2,};a;false", "root ::= ((\"a\"?)*)*;aaa;true", "root ::= x x\\nx ::= \"\" | \"a\";a;true",
    })
    void theNotationOfLlamaCppIsUnderstood(String grammar, String text, boolean expected) throws Exception {
        assertEquals(expected, matches(grammar.replace("\\nx", "\nx"), text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "root", "start ::= \"a\"", "root ::= a", "root ::= \"a", "root ::= [a", "root ::= (\"a\"", "root ::= \"a\"{3,1}",
        "root ::= \"a\"{99999999}", "root ::= root \"a\"", "root ::= x root\nx ::= \"a\"?", "root ::= \"\\q\"", "root ::= [z-a]", "root ::= *",
        "root ::= \"a\"\nroot ::= \"b\"",
    })
    void aBrokenGrammarIsRefused(String grammar) {
        assertThrows(ModelException.class, () -> GrammarParser.parse(grammar));
    }

    @Test
    void rangesOfLettersAreTheirBytes() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            int first = letter(random);
            int last = Math.max(first, Math.min(0x10ffff, first + random.nextInt(1 << random.nextInt(20))));
            String grammar = "root ::= [\\U%08x-\\U%08x]".formatted(first, last);
            Automaton automaton = new Automaton(GrammarParser.parse(grammar));
            for (int j = 0; j < 60; j++) {
                int letter = j == 0 ? first : j == 1 ? last : j == 2 ? first - 1 : j == 3 ? last + 1 : letter(random);
                if (letter < 0 || letter > 0x10ffff || letter >= 0xd800 && letter <= 0xdfff) {
                    continue;
                }
                assertEquals(letter >= first && letter <= last, matches(automaton, Character.toString(letter)),
                        grammar + " " + Integer.toHexString(letter));
            }
        }
    }

    private static int letter(Random random) {
        return random.nextInt(1 << (7 + random.nextInt(14))) % 0x110000;
    }

    @Test
    void deepNestingTakesItsTimeOnly() throws Exception {
        assertTrue(matches(LIST, "[".repeat(5_000) + "]".repeat(5_000)));
    }

    private static boolean matches(String grammar, String text) throws ModelException {
        return matches(new Automaton(GrammarParser.parse(grammar)), text);
    }

    private static boolean matches(Automaton automaton, String text) {
        State state = automaton.start();
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            state = automaton.next(state, value & 0xff);
        }
        return state.accepting();
    }
}
