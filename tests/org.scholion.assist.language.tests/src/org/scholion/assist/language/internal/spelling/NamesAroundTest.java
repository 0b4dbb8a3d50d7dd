package org.scholion.assist.language.internal.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.text.TextRange;

class NamesAroundTest {

    private static TextRange word(String text, String word) {
        return TextRange.ofLength(text.indexOf(word), word.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We thank Ulrika Quast, Ben van den Broek and Maria J. Quast-Ferro for their help.    | Ulrika | true
            We thank Ulrika Quast, Ben van den Broek and Maria J. Quast-Ferro for their help.    | Broek  | true
            We thank Ulrika Quast, Ben van den Broek and Maria J. Quast-Ferro for their help.    | Ferro  | true
            We thank Ulrika Quast, Ben van den Broek, and Maria Ferro.                           | Maria  | true
            Readers were: Ulrika Quast; Ben Broek; Maria Ferro & Ada Quill.                      | Ulrika | true
            We thank Ulrika Quast and Ben Broek for their help.                                  | Quast  | false
            Ulrika Quast read it. Ben Broek wrote it, and Maria Ferro drew the figures.          | Broek  | false
            The Quast model, the Broek model and the Ferro model are fast.                       | Broek  | false
            They live in Leiden, Delft, Quast and Utrecht.                                       | Quast  | false
            """)
    void aFullNameAmongThreeIsInAListOfPeople(String text, String word, boolean expected) {
        assertEquals(expected, NamesAround.isInListOfPeople(text, word(text, word)));
    }

    @Test
    void aListThatEndsElsewhereIsNoListOfTheWord() {
        String text = "Ulrika Quast, Ben Broek and Maria Ferro read it. The Quill model is fast.";
        assertEquals(false, NamesAround.isInListOfPeople(text, word(text, "Quill")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Marieke Schor read the text.      | Marieke | true
            Marieke Schor, who read it.       | Marieke | true
            Marieke reads the text.           | Marieke | false
            Mesured Data Sets Grow.           | Mesured | false
            Mesured NMR data grow.            | Mesured | false
            """)
    void aWordBeforeOneNameIsTheGivenName(String text, String word, boolean expected) {
        assertEquals(expected, NamesAround.isBeforeName(text, word(text, word)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the file /usr/local/bin is read   | usr   | true
            the file (/usr/local/bin) is read | local | true
            the file ~/confg is read          | confg | true
            the file ./confg is read          | confg | true
            the input/ouput ratio             | ouput | false
            the ouput / input ratio           | ouput | false
            """)
    void aWordBehindASlashThatBeginsItIsInAPath(String text, String word, boolean expected) {
        assertEquals(expected, NamesAround.isInPath(text, word(text, word)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            we include stdio.h in it     | stdio | h
            it is read by pmemd.cuda now | pmemd | cuda
            as in run.py2.               | run   | py2
            This is the ned.The end      | ned   | ''
            This is the ned. the end     | ned   | ''
            This is the ned.begins       | ned   | ''
            """)
    void anExtensionIsAShortLowerCaseWordBehindAStop(String text, String word, String expected) {
        assertEquals(expected, NamesAround.extension(text, word(text, word)));
    }
}
